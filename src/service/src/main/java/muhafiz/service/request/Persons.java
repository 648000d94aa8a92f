package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.search.Likeness;
import muhafiz.domain.search.NamedPerson;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.KnownPersons;
import muhafiz.service.casefile.PartyFields;
import muhafiz.service.config.Statements;
import muhafiz.service.subject.SamePersons;
import muhafiz.service.wall.Wall;

/** Whom a request is about, and which cases name them. In the caller's transaction. */
@ApplicationScoped
class Persons {
    private static final String APPLICANT = "applicant";
    private static final String WORK = "requests";

    private final Statements sql;
    private final CaseLookup lookup;
    private final CaseRows cases;
    private final CaseFields fields;
    private final KnownPersons known;
    private final SamePersons same;
    private final Wall wall;

    @Inject
    Persons(
            DataSource database,
            CaseLookup lookup,
            CaseRows cases,
            CaseFields fields,
            KnownPersons known,
            SamePersons same,
            Wall wall) {
        this.sql = new Statements(database);
        this.lookup = lookup;
        this.cases = cases;
        this.fields = fields;
        this.known = known;
        this.same = same;
        this.wall = wall;
    }

    /** A person's part in a case. */
    record Part(UUID person, String role, CaseFile file) {
        boolean isApplicant() {
            return role.equals(APPLICANT);
        }
    }

    /**
     * Whom the words mean: the applicants of an application, or a person by id.
     *
     * @param isOwn whether the cabinet that asks is the one that lodged the application
     */
    record Meant(Set<UUID> persons, boolean isOwn) {
        static final Meant NOBODY = new Meant(Set.of(), false);
    }

    /** Nobody where the number is nobody's; whoever asks is not told. */
    Meant meant(String subject, Optional<String> cabinet) {
        return wall.asArchive(
                WORK,
                () -> lookup.find(subject)
                        .map(file -> new Meant(applicants(file), isLodgedBy(file, cabinet)))
                        .or(() -> person(subject).map(id -> new Meant(Set.of(id), false)))
                        .orElse(Meant.NOBODY));
    }

    /** The persons of all applications that this cabinet lodged. */
    Meant of(String cabinet) {
        return wall.asArchive(WORK, () -> {
            Set<UUID> persons = new TreeSet<>();
            lookup.ofCabinet(cabinet).stream()
                    .filter(file -> isLodgedBy(file, Optional.of(cabinet)))
                    .forEach(file -> persons.addAll(applicants(file)));
            return new Meant(persons, true);
        });
    }

    private boolean isLodgedBy(CaseFile file, Optional<String> cabinet) {
        return cabinet.isPresent() && fields.cabinetOf(file).equals(cabinet);
    }

    private Set<UUID> applicants(CaseFile file) {
        return cases.parties(file.id()).stream()
                .filter(party -> party.role().equals(APPLICANT))
                .map(CaseParty::subjectId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<UUID> person(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(id))
                        .filter(one -> !known(Set.of(one)).isEmpty())
                : Optional.empty();
    }

    /** Whether each of these is somebody the archive knows. */
    boolean areThere(Set<UUID> some) {
        return wall.asArchive(WORK, () -> known.among(some).containsAll(some));
    }

    /**
     * Whether these are more than one human being, as far as their applications tell: two applicants who are not alike by name and day of
     * birth.
     */
    boolean areSeveral(Set<UUID> who) {
        return wall.asArchive(WORK, () -> {
            List<NamedPerson> told = new ArrayList<>();
            Set<UUID> files = new TreeSet<>();
            parts(who).stream()
                    .filter(Part::isApplicant)
                    .forEach(part -> files.add(part.file().id()));
            for (UUID file : files) {
                List<CaseParty> own = cases.parties(file).stream()
                        .filter(party -> party.role().equals(APPLICANT) && who.contains(party.subjectId()))
                        .toList();
                fields.of(own).values().forEach(values -> told.add(PartyFields.person(values)));
            }
            return told.stream()
                    .skip(1)
                    .anyMatch(person -> Likeness.of(told.get(0), person).isEmpty());
        });
    }

    /** These, and everybody who is one with them; what a request names is written down without. */
    Set<UUID> same(Collection<UUID> persons) {
        return same.of(persons);
    }

    /** Those of them, and of who is one with them, of whom there still is anything. */
    Set<UUID> known(Collection<UUID> persons) {
        return known.among(same.of(persons));
    }

    /** Their parts in all cases, by case; for what the archive does with all of them. */
    List<Part> parts(Collection<UUID> persons) {
        return wall.asArchive(WORK, () -> {
            List<Part> parts = new ArrayList<>();
            sql.all(
                            """
                            select distinct case_id, subject_id, role from archive.case_party where subject_id = any (?)
                            order by case_id, role""",
                            row -> new Row(
                                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                            (Object) persons.toArray(UUID[]::new))
                    .forEach(row -> cases.find(row.caseFile())
                            .ifPresent(file -> parts.add(new Part(row.person(), row.role(), file))));
            return parts;
        });
    }

    private record Row(UUID caseFile, UUID person, String role) {}
}
