package muhafiz.sandbox.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;
import muhafiz.sandbox.DocumentReader;

/**
 * Reads the first word of a document as a {@link Crime} and the rest as its object. What came of it is the answer's
 * title: {@code refused …}, or {@code done …}.
 */
public final class HostileReader implements DocumentReader {
    /** Tells one worker from another. */
    private static final String WORKER = UUID.randomUUID().toString();

    @Override
    public void warm() {
        // Needs nothing.
    }

    @Override
    public Answer read(Question question, Path document) throws Exception {
        String[] words = Files.readString(document).split(" ", 2);
        Crime crime = Crime.valueOf(words[0]);
        String outcome = outcome(crime, words.length > 1 ? words[1] : "");
        return switch (crime) {
            case CLAIM_UNKNOWN_TERM -> new Answer.Found(Map.of("state", "accepted"), Map.of(), WORKER);
            case CLAIM_WRONG_SHAPE -> new Answer.Found(Map.of("pages", "-1 or so"), Map.of(), WORKER);
            case CLAIM_UNKNOWN_CODE -> new Answer.Refused("accepted");
            case CLAIM_TOO_MUCH -> new Answer.Found(Map.of(), Map.of("k", List.of("v".repeat(16_000))), WORKER);
            default -> new Answer.Found(Map.of("dc:title", outcome), Map.of(), WORKER);
        };
    }

    private static String outcome(Crime crime, String object) {
        try {
            return "done " + crime.commit(object);
        } catch (Exception e) {
            return "refused " + e.getClass().getSimpleName();
        }
    }
}
