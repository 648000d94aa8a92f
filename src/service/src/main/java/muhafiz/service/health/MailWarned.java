package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.mail.Mailbox;
import muhafiz.service.mail.Postman;

/** Mail servers that were named and cannot be used. */
@ApplicationScoped
class MailWarned implements Warned {
    private final Postman postman;
    private final Mailbox mailbox;

    @Inject
    MailWarned(Postman postman, Mailbox mailbox) {
        this.postman = postman;
        this.mailbox = mailbox;
    }

    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (postman.isAway()) {
            warnings.add("notices-not-sent");
        }
        if (mailbox.isAway()) {
            warnings.add("mailbox-not-read");
        }
        return warnings;
    }
}
