package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.access.Recipient;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Prohibition.PersonCountry;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.search.Likeness;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.casefile.PartyFields;
import muhafiz.service.casefile.Sign;
import muhafiz.service.casefile.Within;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.wall.Wall;

/**
 * What the prohibitions ask of the persons of a case (policy, PR-ORIGIN): their countries, and whether any of them has or had an asylum file.
 * Persons of another case are the same by number of document, PIN, surname and day of birth, or a name much alike; in doubt they are. An
 * asylum file is looked for behind the caller's back, and nothing of it is told. Within a transaction.
 */
@ApplicationScoped
class Origins {
    private static final String ASYLUM = "asylum";
    private static final int CANDIDATES = 200;
    private static final double THE_SAME = 0.85;
    private static final String CODE = "[A-Z]{3}";

    /** What two persons do not share; a sound is too coarse, an address of mail may be a family's. */
    private static final Set<Sign.Kind> SURE = Set.of(Sign.Kind.DOCUMENT, Sign.Kind.PIN, Sign.Kind.BORN);

    private final CaseRows cases;
    private final CaseFields fields;
    private final NumberIndex index;
    private final PolicyInForce policies;
    private final Wall wall;

    @Inject
    Origins(CaseRows cases, CaseFields fields, NumberIndex index, PolicyInForce policies, Wall wall) {
        this.cases = cases;
        this.fields = fields;
        this.index = index;
        this.policies = policies;
        this.wall = wall;
    }

    /** What is known of the persons of a case, all of them together. */
    record Known(boolean hasAsylumFile, List<Map<String, String>> persons) {
        /** The recipient, held against these persons: whatever is no country's code may be any country. */
        Recipient recipient(Optional<String> country, boolean isForeign) {
            Map<PersonCountry, Set<String>> countries = new EnumMap<>(PersonCountry.class);
            countries.put(PersonCountry.NATIONALITY, codes("nationality", country));
            countries.put(PersonCountry.COUNTRY_OF_ORIGIN, codes("countryOfOrigin", country));
            boolean isUnknown = countries.values().stream().allMatch(Set::isEmpty);
            country.filter(one -> isUnknown)
                    .ifPresent(one -> countries.put(PersonCountry.COUNTRY_OF_ORIGIN, Set.of(one)));
            return new Recipient(country, isForeign, countries);
        }

        private Set<String> codes(String field, Optional<String> country) {
            Set<String> codes = new TreeSet<>();
            for (Map<String, String> person : persons) {
                String value = person.getOrDefault(field, "").strip().toUpperCase(Locale.ROOT);
                if (value.matches(CODE)) {
                    codes.add(value);
                } else if (!value.isEmpty()) {
                    country.ifPresent(codes::add);
                }
            }
            return codes;
        }
    }

    /** @throws muhafiz.service.casefile.IndexRebuilding while nobody can say who has an asylum file */
    Known of(CaseFile file) {
        Set<String> asylum = asylumClasses();
        return wall.asArchive("disclosure", () -> {
            List<Map<String, String>> persons = opened(cases.parties(file.id()));
            List<Map<String, String>> known = new ArrayList<>(persons);
            boolean has = asylum.contains(file.recordClass());
            for (Map<String, String> person : persons) {
                List<Map<String, String>> there = inAsylumFiles(person, asylum);
                has |= !there.isEmpty();
                known.addAll(there);
            }
            return new Known(has, known);
        });
    }

    private Set<String> asylumClasses() {
        return policies.policy().recordClasses().stream()
                .filter(one -> one.category().equals(ASYLUM)
                        || one.compartment().filter(ASYLUM::equals).isPresent())
                .map(RecordClass::id)
                .collect(Collectors.toSet());
    }

    /** The same person as asylum files know them. */
    private List<Map<String, String>> inAsylumFiles(Map<String, String> person, Set<String> classes) {
        Set<Sign> signs = Sign.ofParty(person);
        if (signs.isEmpty()) {
            return List.of();
        }
        Object listed = classes.toArray(String[]::new);
        Within within = new Within("c.record_class = any(?)", List.of(listed));
        List<UUID> files = index.candidates(signs, within, CANDIDATES);
        List<CaseParty> parties = files.isEmpty() ? List.of() : cases.partiesOf(files);
        return opened(parties).stream()
                .filter(other -> areTheSame(person, other))
                .toList();
    }

    private static boolean areTheSame(Map<String, String> one, Map<String, String> other) {
        Set<Sign> theirs = Sign.ofParty(other);
        return Sign.ofParty(one).stream()
                        .filter(sign -> SURE.contains(sign.kind()))
                        .anyMatch(theirs::contains)
                || Likeness.of(PartyFields.person(one), PartyFields.person(other))
                        .filter(likeness -> likeness >= THE_SAME)
                        .isPresent();
    }

    private List<Map<String, String>> opened(Collection<CaseParty> parties) {
        return List.copyOf(fields.of(parties).values());
    }
}
