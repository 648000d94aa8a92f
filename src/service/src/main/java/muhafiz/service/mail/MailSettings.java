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

/** What an operator says of e-mail; read once. Safe for all threads. */
@ApplicationScoped
public class MailSettings {
    private final Optional<Sending> sending;
    private final Optional<Receiving> receiving;
    private final Optional<Path> trusted;
    private final Duration patience;

    /** @throws IllegalArgumentException naming the key that cannot be meant */
    @Inject
    MailSettings(Settings settings) {
        ArchiveProperties said = settings.archive();
        this.sending = MailServer.of(said, "mail.smtp").map(server -> new Sending(server, from(said)));
        this.receiving = MailServer.of(said, "mail.imap")
                .map(server ->
                        new Receiving(server, said.text("mail.imap.inbox"), said.text("mail.imap.aside"), kind(said)));
        this.trusted = Optional.of(said.text("mail.trusted"))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
        this.patience = said.span("mail.patience");
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

    Optional<Sending> sending() {
        return sending;
    }

    Optional<Receiving> receiving() {
        return receiving;
    }

    /** Certificates (PEM) by which servers are believed in place of the machine's own. */
    Optional<Path> trusted() {
        return trusted;
    }

    /** How long a server may keep silent. */
    Duration patience() {
        return patience;
    }

    private static InternetAddress from(ArchiveProperties said) {
        try {
            return new InternetAddress(said.text("mail.from"), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("mail.from must be an address, was " + said.text("mail.from"), e);
        }
    }

    private static LetterKind kind(ArchiveProperties said) {
        String code = said.text("mail.imap.kind");
        return LetterKind.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "mail.imap.kind must be application, proposal, complaint or request, was " + code));
    }
}
