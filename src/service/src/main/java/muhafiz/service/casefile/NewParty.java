package muhafiz.service.casefile;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * A person's part in a new case.
 *
 * @param role one of {@link #ROLES}
 * @param fields by the contract's member names, each of {@link #FIELDS}
 */
public record NewParty(String role, Map<String, String> fields) {
    /** The parts a person can have in a case. */
    public static final Set<String> ROLES =
            Set.of("applicant", "employer", "parent", "guardian", "representative", "spouse", "child", "landlord");

    /** What may be told of a person. */
    public static final Set<String> FIELDS = Set.of(
            "surname",
            "givenNames",
            "name",
            "birthDate",
            "nationality",
            "documentNumber",
            LostCards.LOST,
            "email",
            "phone",
            "address",
            "postalCode",
            "pin",
            "taxNumber",
            "countryOfOrigin",
            "contactVerifiedOn");

    private static final int LONGEST = 500;

    public NewParty {
        if (!ROLES.contains(role)) {
            throw new RefusedException(Refusal.MALFORMED, "role must be one of " + sorted(ROLES));
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            check(field.getKey(), field.getValue());
        }
        fields = new TreeMap<>(fields);
    }

    private static void check(String name, String value) {
        if (!FIELDS.contains(name)) {
            throw new RefusedException(
                    Refusal.UNKNOWN_MEMBER, "a party has no such member; known are " + sorted(FIELDS));
        }
        if (value.isBlank() || value.length() > LONGEST) {
            throw new RefusedException(Refusal.MALFORMED, name + " must have 1 to " + LONGEST + " characters");
        }
        if (isDate(name) && !value.matches("[0-9]{4}-[01][0-9]-[0-3][0-9]")) {
            throw new RefusedException(Refusal.MALFORMED, name + " must be a date, such as 1990-01-31");
        }
    }

    private static boolean isDate(String name) {
        return name.equals("birthDate") || name.equals("contactVerifiedOn");
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
