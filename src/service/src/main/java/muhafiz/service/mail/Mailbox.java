package muhafiz.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.letter.Letters;
import muhafiz.service.letter.Mail;
import muhafiz.service.letter.MailReader;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * Brings letters in from a mailbox. A copy there is deleted once the letter and its documents are acknowledged; what is refused is moved
 * aside, with an entry that says why; what fails otherwise stays for the next round and stops nobody else. Called by one thread at a time.
 */
@ApplicationScoped
public class Mailbox {
    private static final Logger LOG = System.getLogger(Mailbox.class.getName());
    private static final int SOME = 50;
    private static final int FAILURES = 3;
    private static final String PURPOSE = "P-REPLY";
    private static final String CHUNK = Integer.toString(1 << 20);

    private final MailSettings settings;
    private final MailSessions sessions;
    private final TakenMail taken;
    private final Letters letters;
    private final Witness witness;

    private volatile boolean away;

    @Inject
    Mailbox(MailSettings settings, MailSessions sessions, TakenMail taken, Letters letters, Witness witness) {
        this.settings = settings;
        this.sessions = sessions;
        this.taken = taken;
        this.letters = letters;
        this.witness = witness;
    }

    /** Whether the mailbox could not be emptied when it was last looked into. */
    public boolean isAway() {
        return away;
    }

    /** Takes some letters in. @return how many messages left the mailbox */
    public int round() {
        return settings.receiving().map(this::round).orElse(0);
    }

    private int round(MailSettings.Receiving from) {
        Properties more = new Properties();
        more.put("peek", "true");
        more.put("fetchsize", CHUNK);
        try (Store store = sessions.to(from.server(), "imap", more).getStore()) {
            MailSessions.connect(store, from.server());
            Folder inbox = store.getFolder(from.inbox());
            inbox.open(Folder.READ_WRITE);
            try {
                return emptied(new Box(from, store, (IMAPFolder) inbox));
            } finally {
                inbox.close(false); // else it would end what others have marked as deleted, unread by anybody here
            }
        } catch (MessagingException | UnavailableException e) {
            away = true;
            LOG.log(
                    Level.WARNING,
                    "the mailbox cannot be read: {0}",
                    e.getClass().getName());
            return 0;
        }
    }

    private record Box(MailSettings.Receiving from, Store store, IMAPFolder inbox) {}

    private int emptied(Box box) throws MessagingException {
        Message[] waiting = box.inbox().search(new FlagTerm(new Flags(Flags.Flag.DELETED), false));
        int left = 0;
        int failed = 0;
        for (Message message : Arrays.copyOf(waiting, Math.min(waiting.length, SOME))) {
            try {
                take(box, message);
                left++;
            } catch (IOException | RuntimeException e) {
                failed++;
                LOG.log(
                        Level.WARNING,
                        "an e-mail waits for the next round: {0}",
                        e.getClass().getName());
                if (failed == FAILURES) {
                    break;
                }
            }
        }
        away = failed > 0;
        return left;
    }

    private void take(Box box, Message message) throws MessagingException, IOException {
        Caller caller = Caller.mailbox(Randoms.id().toString());
        byte[] bytes;
        try {
            bytes = bytes(message);
            Mail mail = MailReader.read(bytes);
            Optional<String> number = taken.number(caller, box.from().kind(), bytes, mail);
            if (number.isPresent()) {
                letters.complete(caller, number.get(), bytes, mail);
            }
        } catch (RefusedException refused) {
            setAside(box, message, caller, refused.refusal());
            return;
        }
        delete(box, message);
        taken.isGone(bytes);
    }

    /** Never more than may be taken in, whatever the server says how long it is. */
    private static byte[] bytes(Message message) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] some, int from, int length) {
                require(size() + (long) length);
                super.write(some, from, length);
            }

            @Override
            public synchronized void write(int one) {
                require(size() + 1L);
                super.write(one);
            }
        };
        require(message.getSize());
        message.writeTo(raw);
        return raw.toByteArray();
    }

    private static void require(long length) {
        if (length > MailReader.LONGEST) {
            throw new RefusedException(Refusal.TOO_LARGE, "an e-mail has at most " + MailReader.LONGEST + " bytes");
        }
    }

    private static void delete(Box box, Message message) throws MessagingException {
        message.setFlag(Flags.Flag.DELETED, true);
        box.inbox().expunge(new Message[] {message});
    }

    /** First the entry, so that nothing is moved that the log knows nothing of. */
    private void setAside(Box box, Message message, Caller caller, Refusal why) throws MessagingException {
        witness.write(new Act(
                caller,
                "denied",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.failed(why.code()),
                Act.About.NOBODY,
                Map.of("asked", "ingest", "what", "e-mail put aside")));
        Folder aside = box.store().getFolder(box.from().aside());
        if (!aside.exists() && !aside.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the folder mail.imap.aside cannot be made");
        }
        box.inbox().copyMessages(new Message[] {message}, aside);
        delete(box, message);
    }
}
