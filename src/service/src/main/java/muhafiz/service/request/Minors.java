package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.request.FullAge;
import muhafiz.domain.request.Ground;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.request.RequestDesk.Open;
import muhafiz.service.wall.Wall;

/** Requests about children: parents act until full age, and a secret of origin is kept from both. In the caller's transaction. */
@ApplicationScoped
class Minors {
    private static final Set<String> ACTING = Set.of("parent", "guardian");

    private final Persons persons;
    private final CaseRows cases;
    private final CaseFields fields;
    private final DocumentRows documents;
    private final Wall wall;

    @Inject
    Minors(Persons persons, CaseRows cases, CaseFields fields, DocumentRows documents, Wall wall) {
        this.persons = persons;
        this.cases = cases;
        this.fields = fields;
        this.documents = documents;
        this.wall = wall;
    }

    /**
     * Whether whoever asked may still act for them. As far as their cases know: without a day of birth nobody is a minor, and of several
     * that are told the earliest counts.
     */
    boolean isActedFor(RequestRow row, Set<UUID> who, LocalDate today) {
        return !row.came().capacity().endsAtFullAge() || areMinors(who, today);
    }

    /**
     * Those of them who are of age and whose applications name a parent or guardian: the cabinet that lodged those is not theirs, and acts
     * for them no longer.
     */
    Set<UUID> grownUp(Set<UUID> who, LocalDate today) {
        return wall.asArchive("requests", () -> {
            Set<UUID> grownUp = new TreeSet<>();
            for (UUID file : casesOf(who)) {
                List<CaseParty> parties = cases.parties(file);
                if (parties.stream().anyMatch(party -> ACTING.contains(party.role()))) {
                    List<CaseParty> own = parties.stream()
                            .filter(party -> who.contains(party.subjectId()))
                            .toList();
                    Map<UUID, Map<String, String>> told = fields.of(own);
                    own.stream()
                            .filter(party -> day(told.getOrDefault(party.id(), Map.of()))
                                    .filter(born -> FullAge.isReached(born, today))
                                    .isPresent())
                            .forEach(party -> grownUp.add(party.subjectId()));
                }
            }
            return grownUp;
        });
    }

    /** @throws RefusedException {@code outcome-not-accepted} where a grant would go to the parent of a person of age, or the word does not fit */
    void check(Open open, Deciding.Word word) {
        boolean isGrant = word.outcome() == RequestOutcome.GRANTED || word.outcome() == RequestOutcome.PARTLY_GRANTED;
        if (isGrant && !isActedFor(open.row(), open.persons(), open.today())) {
            throw notAccepted("capacity", "a parent or guardian acts for persons who are known to be under 18");
        }
        boolean isOrigin = word.ground().filter(Ground.Origin.class::isInstance).isPresent();
        if (isOrigin && !areMinors(open.persons(), open.today())) {
            throw notAccepted("ground", "this ground is for persons who are known to be under 18");
        }
        if (!word.withheld().isEmpty()) {
            checkWithheld(open, word, isOrigin);
        }
    }

    private void checkWithheld(Open open, Deciding.Word word, boolean isOrigin) {
        boolean isAnswered = AnswerScope.of(open.row().came().right()).isPresent();
        if (!isOrigin || word.outcome() != RequestOutcome.PARTLY_GRANTED || !isAnswered) {
            throw notAccepted(
                    "withheld", "documents are withheld from an answer that is partly granted with RG-ORIGIN");
        }
        if (!documentsOf(open.persons()).containsAll(word.withheld())) {
            throw notAccepted("withheld", "these documents are not all in the cases of this person");
        }
    }

    private boolean areMinors(Set<UUID> who, LocalDate today) {
        Map<UUID, Set<LocalDate>> born = born(who);
        return !who.isEmpty()
                && born.keySet().containsAll(who)
                && born.values().stream().flatMap(Set::stream).noneMatch(day -> FullAge.isReached(day, today));
    }

    private Map<UUID, Set<LocalDate>> born(Set<UUID> who) {
        return wall.asArchive("requests", () -> {
            Map<UUID, Set<LocalDate>> born = new HashMap<>();
            for (UUID file : casesOf(who)) {
                List<CaseParty> own = cases.parties(file).stream()
                        .filter(party -> who.contains(party.subjectId()))
                        .toList();
                Map<UUID, Map<String, String>> told = fields.of(own);
                own.forEach(party -> day(told.getOrDefault(party.id(), Map.of()))
                        .ifPresent(day -> born.computeIfAbsent(party.subjectId(), any -> new HashSet<>())
                                .add(day)));
            }
            return born;
        });
    }

    private Set<UUID> casesOf(Set<UUID> who) {
        Set<UUID> files = new TreeSet<>();
        persons.parts(who).forEach(part -> files.add(part.file().id()));
        return files;
    }

    private static Optional<LocalDate> day(Map<String, String> fields) {
        try {
            return Optional.ofNullable(fields.get("birthDate")).map(LocalDate::parse);
        } catch (DateTimeException e) { // 31 February
            return Optional.empty();
        }
    }

    private Set<UUID> documentsOf(Set<UUID> who) {
        return wall.asArchive("requests", () -> {
            Set<UUID> ids = new HashSet<>();
            casesOf(who).forEach(file -> documents.ofCase(file).forEach(document -> ids.add(document.id())));
            return ids;
        });
    }

    private static RefusedException notAccepted(String member, String detail) {
        return new RefusedException(Refusal.OUTCOME_NOT_ACCEPTED, detail, Map.of("member", member));
    }
}
