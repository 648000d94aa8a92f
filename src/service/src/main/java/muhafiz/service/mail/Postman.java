package muhafiz.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.notice.Outbox;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Sends notices that are due to verified e-mail addresses. What the server refuses for now is tried again, later each time; what it refuses
 * for good has failed, and waits for a page to show it; while the server is away nothing counts as tried. Called by one thread at a time.
 */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = System.getLogger(Postman.class.getName());
    private static final UUID FIRST = new UUID(0, 0);
    private static final int SOME = 50;
    private static final int FOR_GOOD = 500; // RFC 5321 §4.2.1

    private final MailSettings settings;
    private final MailSessions sessions;
    private final Outbox outbox;
    private final InstantSource clock;

    private volatile boolean away;
    private volatile UUID after = FIRST;

    @Inject
    Postman(MailSettings settings, MailSessions sessions, Outbox outbox, InstantSource clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the server could not be used when it was last wanted. */
    public boolean isAway() {
        return away;
    }

    /** Sends some of what is due. @return how many the server took */
    public int round() {
        return settings.sending().map(this::round).orElse(0);
    }

    private int round(MailSettings.Sending sending) {
        Outbox.Due due = outbox.due(after, SOME);
        after = due.next().orElse(FIRST);
        int taken = 0;
        if (due.ready().isEmpty()) {
            return taken;
        }
        try {
            Properties more = new Properties();
            more.put("localhost", sending.domain());
            Session session = sessions.to(sending.server(), "smtp", more);
            try (Transport transport = session.getTransport()) {
                MailSessions.connect(transport, sending.server());
                for (Outbox.Ready notice : due.ready()) {
                    taken += isTaken(new Line(session, transport, sending), notice) ? 1 : 0;
                }
            }
            away = false;
        } catch (MessagingException | UnavailableException e) {
            away = true;
            LOG.log(Level.WARNING, "the mail server is away: {0}", e.getClass().getName());
        }
        return taken;
    }

    private record Line(Session session, Transport transport, MailSettings.Sending sending) {}

    /** @throws MessagingException where the server is at fault, or the line, and not this notice */
    private boolean isTaken(Line line, Outbox.Ready notice) throws MessagingException {
        try {
            NoticeMail mail = NoticeMail.of(line.session(), line.sending(), notice, clock.instant());
            line.transport().sendMessage(mail, mail.getAllRecipients());
        } catch (AddressException e) {
            outbox.failed(notice.id(), "address-malformed", true);
            return false;
        } catch (SendFailedException e) {
            int reply = reply(e).orElseThrow(() -> e);
            outbox.failed(notice.id(), "smtp-" + reply, reply >= FOR_GOOD);
            return false;
        }
        outbox.sent(notice.id());
        return true;
    }

    /** What the server said of the addressee or of the text; empty where it wants nothing of this sender. */
    private static OptionalInt reply(SendFailedException failed) {
        OptionalInt reply = OptionalInt.empty();
        for (Exception at = failed;
                at instanceof MessagingException;
                at = ((MessagingException) at).getNextException()) {
            if (at instanceof SMTPSenderFailedException) {
                return OptionalInt.empty();
            }
            if (at instanceof SMTPAddressFailedException ofAddress) {
                reply = OptionalInt.of(ofAddress.getReturnCode());
            } else if (at instanceof SMTPSendFailedException ofText && reply.isEmpty()) {
                reply = OptionalInt.of(ofText.getReturnCode());
            }
        }
        return reply;
    }
}
