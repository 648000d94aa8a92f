package muhafiz.service.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.DocumentKind;

/** Whom something concerns: the case's applicant, and whoever else its kind speaks of. */
public final class Concerned {
    private static final String APPLICANT = "applicant";

    private Concerned() {}

    /** Everybody who has a part in the case. */
    public static Set<UUID> all(List<CaseParty> parties) {
        Set<UUID> persons = new TreeSet<>();
        parties.forEach(party -> persons.add(party.subjectId()));
        return persons;
    }

    /** The applicant and those of whom documents of this kind speak; everybody, where no applicant is named. */
    public static Set<UUID> by(Optional<DocumentKind> kind, List<CaseParty> parties) {
        Set<UUID> persons = new TreeSet<>();
        for (CaseParty party : parties) {
            if (party.role().equals(APPLICANT) || speaksOf(kind, party)) {
                persons.add(party.subjectId());
            }
        }
        return persons.isEmpty() ? all(parties) : persons;
    }

    private static boolean speaksOf(Optional<DocumentKind> kind, CaseParty party) {
        return kind.filter(one -> one.otherSubjects().contains(subjectWord(party.role())))
                .isPresent();
    }

    /** The policy's word for a party's role, where the two differ. */
    private static String subjectWord(String role) {
        return switch (role) {
            case "parent" -> "parents";
            case "landlord" -> "owner_of_premises";
            default -> role;
        };
    }
}
