package muhafiz.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import muhafiz.domain.letter.LetterKind;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.service.config.Settings;

/** What an operator says of e-mail. Safe for all threads. */
@ApplicationScoped
public class MailSettings {
    private final ArchiveProperties said;

    @Inject
    MailSettings(Settings settings) {
        this.said = settings.archive();
    }

    /** At start, so that a slip is found there. @throws IllegalArgumentException naming the key that cannot be meant */
    public void check() {
        sending();
        receiving();
        patience();
    }

    /** @param from whom notices are from */
    record Sending(MailServer server, InternetAddress from) {
        String domain() {
            return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        }
    }

    /**
     * Where letters come in.
     *
     * @param aside the folder that takes what cannot be taken in
     * @param kind what kind of letter they are until somebody says otherwise
     */
    record Receiving(MailServer server, String inbox, String aside, LetterKind kind) {}

    /** Empty where the portal sends. */
    Optional<Sending> sending() {
        return MailServer.of(said, "mail.smtp").map(server -> new Sending(server, from()));
    }

    /** Empty where no mailbox is looked into. */
    Optional<Receiving> receiving() {
        return MailServer.of(said, "mail.imap")
                .map(server ->
                        new Receiving(server, said.text("mail.imap.inbox"), said.text("mail.imap.aside"), kind()));
    }

    /** Certificates (PEM) by which servers are believed in place of the machine's own. */
    Optional<Path> trusted() {
        return Optional.of(said.text("mail.trusted"))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
    }

    /** How long a server may keep silent. */
    Duration patience() {
        return said.span("mail.patience");
    }

    private InternetAddress from() {
        try {
            return new InternetAddress(said.text("mail.from"), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("mail.from must be an address, was " + said.text("mail.from"), e);
        }
    }

    private LetterKind kind() {
        String code = said.text("mail.imap.kind");
        return LetterKind.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "mail.imap.kind must be application, proposal, complaint or request, was " + code));
    }
}
