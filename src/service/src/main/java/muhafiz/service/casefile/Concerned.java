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
        return among(
                kind,
                parties.stream()
                        .map(party -> new CaseParty.Person(party.subjectId(), party.role()))
                        .toList());
    }

    /** The same of a case's persons. */
    public static Set<UUID> among(Optional<DocumentKind> kind, List<CaseParty.Person> persons) {
        Set<UUID> everybody = new TreeSet<>();
        Set<UUID> meant = new TreeSet<>();
        for (CaseParty.Person person : persons) {
            everybody.add(person.subjectId());
            if (person.role().equals(APPLICANT) || speaksOf(kind, person.role())) {
                meant.add(person.subjectId());
            }
        }
        return meant.isEmpty() ? everybody : meant;
    }

    private static boolean speaksOf(Optional<DocumentKind> kind, String role) {
        return kind.filter(one -> one.otherSubjects().contains(subjectWord(role)))
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
