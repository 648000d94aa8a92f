package muhafiz.service.letter;

import java.util.List;
import muhafiz.service.casefile.Opened;
import muhafiz.service.intake.Received;

/**
 * A letter that will not be lost.
 *
 * @param file its number, access code and clock
 * @param isAnswerable false for what a machine sent
 * @param documents its original first, then body and attachments
 * @param leftInside attachments of types that are no documents here: they are in the original only
 */
public record ReceivedLetter(Opened file, boolean isAnswerable, List<Received> documents, List<Left> leftInside) {
    public ReceivedLetter {
        documents = List.copyOf(documents);
        leftInside = List.copyOf(leftInside);
    }

    /**
     * An attachment that stays in the original.
     *
     * @param number among the attachments, from 1
     * @param why code of the refusal
     */
    public record Left(int number, String why) {}
}
