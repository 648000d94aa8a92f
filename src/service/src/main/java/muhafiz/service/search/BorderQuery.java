package muhafiz.service.search;

import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.Sign;

/**
 * What a border unit asks of somebody who stands before it.
 *
 * @param documentNumber as it is read or typed
 * @param checkpoint where; 1 to 100 characters
 * @param reason why; 1 to 200 characters, kept in the sealed part of the log entry
 */
public record BorderQuery(String documentNumber, String checkpoint, String reason) {
    private static final int LONGEST_CHECKPOINT = 100;
    private static final int LONGEST_REASON = 200;

    /** @throws RefusedException {@code malformed} */
    public BorderQuery {
        require("documentNumber", Sign.ofDocument(documentNumber).value(), LONGEST_CHECKPOINT);
        require("checkpoint", checkpoint, LONGEST_CHECKPOINT);
        require("reason", reason, LONGEST_REASON);
    }

    private static void require(String name, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new RefusedException(Refusal.MALFORMED, name + " must have 1 to " + longest + " characters");
        }
    }

    Sought sought() {
        return new Sought.Exactly(Sign.ofDocument(documentNumber));
    }
}
