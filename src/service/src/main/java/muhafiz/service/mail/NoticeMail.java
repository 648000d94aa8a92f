package muhafiz.service.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import muhafiz.service.notice.Outbox;

/** A notice as an e-mail (RFC 5322): plain text, marked as a machine's (RFC 3834 §5), the same Message-ID however often it is sent. */
final class NoticeMail extends MimeMessage {
    private final String id;

    private NoticeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @throws AddressException where the contact is no address */
    static NoticeMail of(Session session, MailSettings.Sending sending, Outbox.Ready notice, Instant now)
            throws MessagingException {
        NoticeMail mail = new NoticeMail(session, "<" + notice.id() + "@" + sending.domain() + ">");
        mail.setFrom(sending.from());
        mail.setRecipient(Message.RecipientType.TO, address(notice.email()));
        String charset = StandardCharsets.UTF_8.name();
        mail.setSubject(notice.text().subject(), charset);
        mail.setText(notice.text().body(), charset);
        mail.setSentDate(Date.from(now));
        mail.setHeader("Content-Language", notice.language());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.saveChanges();
        return mail;
    }

    /** One address and nothing else: what was typed into a form may try to be more. */
    private static InternetAddress address(String typed) throws AddressException {
        InternetAddress[] found = InternetAddress.parse(typed, true);
        if (found.length != 1 || found[0].isGroup() || typed.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("one address is wanted");
        }
        InternetAddress address = new InternetAddress(found[0].getAddress());
        address.validate();
        return address;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
