package muhafiz.service.letter;

import java.util.List;
import java.util.Optional;
import muhafiz.domain.letter.MailHead;

/**
 * An e-mail, cut into its parts.
 *
 * @param text what its writer wrote, as far as it was sent as plain text; empty where there is none
 * @param attachments everything else, in its order
 */
public record Mail(MailHead head, String text, List<Attachment> attachments) {
    public Mail {
        attachments = List.copyOf(attachments);
    }

    /** @param fileName as the sender calls it */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Attachment(Optional<String> fileName, byte[] bytes) {}
}
