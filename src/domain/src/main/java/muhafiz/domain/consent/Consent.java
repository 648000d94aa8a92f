package muhafiz.domain.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A consent, as its person gave it. All six parts are there, or there is none.
 *
 * @param subject who agrees: member names of a person, such as {@code surname}, and what they say
 * @param operator who owns or works on the data
 * @param purpose the policy's id
 * @param scope which data, and what is done with them
 * @param terms until when, and how it is taken back
 * @param onExpiry what becomes of the data when it ends or the person dies
 */
public record Consent(
        Map<String, String> subject, String operator, String purpose, Scope scope, Terms terms, String onExpiry) {
    /** The policy's names of the parts, in the order of this record. */
    public static final List<String> PARTS = List.of(
            "subject_identity",
            "owner_or_operator_identity",
            "purpose",
            "data_list_and_operations",
            "validity_and_withdrawal_terms",
            "destruction_or_archiving_terms_on_death_or_expiry");

    private static final int LONGEST = 1000;
    private static final int MOST = 50;

    public Consent {
        if (subject.isEmpty() || subject.size() > MOST) {
            throw new IllegalArgumentException("a consent names its person");
        }
        subject.forEach(Consent::check);
        subject = new TreeMap<>(subject);
        check("operator", operator);
        check("purpose", purpose);
        check("onExpiry", onExpiry);
    }

    /** Which data, and what is done with them; of each at least one. */
    public record Scope(List<String> data, List<String> operations) {
        public Scope {
            data = checked("data", data);
            operations = checked("operations", operations);
        }
    }

    /**
     * How long it holds.
     *
     * @param until the last day; empty where it holds until it is taken back
     * @param withdrawal how it is taken back
     */
    public record Terms(Optional<LocalDate> until, String withdrawal) {
        public Terms {
            check("withdrawal", withdrawal);
        }

        /** Whether it has ended by itself. */
        public boolean isOverOn(LocalDate day) {
            return until.filter(day::isAfter).isPresent();
        }
    }

    private static List<String> checked(String name, List<String> words) {
        if (words.isEmpty() || words.size() > MOST) {
            throw new IllegalArgumentException(name + " has 1 to " + MOST + " items");
        }
        words.forEach(word -> check(name, word));
        return List.copyOf(words);
    }

    private static void check(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + " has 1 to " + LONGEST + " characters");
        }
    }
}
