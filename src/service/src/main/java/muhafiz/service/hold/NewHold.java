package muhafiz.service.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * A hold as it is placed.
 *
 * @param scope what it stops the destruction of
 * @param authority who wants it, such as a court; 1 to 500 characters
 * @param ground by what right, such as a decision and its number; 1 to 500 characters
 * @param reviewOn the day by which somebody looks whether it is still needed
 */
public record NewHold(Scope scope, String authority, String ground, LocalDate reviewOn) {
    static final int MOST = 1000;
    private static final int LONGEST = 500;

    /** Documents, or a whole case by its number; never both. */
    public record Scope(Set<UUID> documents, Optional<String> application) {
        public Scope {
            documents = new TreeSet<>(documents);
            if (documents.isEmpty() == application.isEmpty() || documents.size() > MOST) {
                throw new RefusedException(
                        Refusal.MALFORMED, "a hold names either documents, at most " + MOST + ", or an application");
            }
        }
    }

    public NewHold {
        check("authority", authority);
        check("ground", ground);
    }

    private static void check(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new RefusedException(Refusal.MALFORMED, name + " has 1 to " + LONGEST + " characters");
        }
    }
}
