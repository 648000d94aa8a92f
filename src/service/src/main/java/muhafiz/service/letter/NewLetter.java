package muhafiz.service.letter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import muhafiz.domain.letter.LetterKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * A letter that somebody wrote in a form.
 *
 * @param channel by which it came: the policy's id, one that takes letters
 * @param text 1 to 4096 characters
 * @param writer who wrote it and where to answer, by names of {@link #FIELDS}
 */
public record NewLetter(
        LetterKind kind,
        String channel,
        Optional<String> subject,
        String text,
        Optional<String> language,
        Map<String, String> writer) {
    /** What may be told of the writer: the name and the four fields of contact (seed 000, line 17). */
    public static final Set<String> FIELDS =
            Set.of("surname", "givenNames", "name", "phone", "email", "postalCode", "address");

    private static final Set<String> REACHED_BY = Set.of("phone", "email", "address");

    public NewLetter {
        writer = new TreeMap<>(writer);
        if (text.isBlank()) {
            throw new RefusedException(Refusal.MALFORMED, "a letter says something", Map.of("member", "text"));
        }
        if (writer.keySet().stream().noneMatch(REACHED_BY::contains)) {
            throw new RefusedException(
                    Refusal.MALFORMED, "name a phone, an e-mail or an address to answer to", Map.of("member", "from"));
        }
    }
}
