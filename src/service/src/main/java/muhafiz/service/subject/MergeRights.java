package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.config.Statements;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.wall.Wall;

/** Asks the policy about persons, by their cases: of whose cases a caller may know none, the caller knows nothing. */
@ApplicationScoped
class MergeRights {
    private final CaseRows cases;
    private final CaseAccess access;
    private final Restrictions restrictions;
    private final Statements sql;
    private final Wall wall;

    @Inject
    MergeRights(CaseRows cases, CaseAccess access, Restrictions restrictions, DataSource database, Wall wall) {
        this.cases = cases;
        this.access = access;
        this.restrictions = restrictions;
        this.sql = new Statements(database);
        this.wall = wall;
    }

    /** Who asks, and why. */
    record Asked(Caller caller, Why why) {}

    /** A case with the rule that shows it. */
    record Seen(CaseFile file, String rule) {}

    /** Cases of this person that the caller may know of. */
    List<Seen> casesSeen(Asked asked, UUID person) {
        List<Seen> seen = new ArrayList<>();
        casesOf(person).forEach(id -> seen(asked, id).ifPresent(seen::add));
        return seen;
    }

    Optional<Seen> seen(Asked asked, UUID caseFile) {
        return cases.find(caseFile)
                .flatMap(file -> rule(asked, file, Action.SEARCH).map(rule -> new Seen(file, rule)));
    }

    /** By which the caller says who this is: the grant to correct one of the person's cases, or to decide on requests about it. */
    Optional<String> ruleFor(Asked asked, UUID person) {
        return casesOf(person).stream()
                .flatMap(id -> cases.find(id).stream())
                .flatMap(file -> Stream.of(Action.CORRECT, Action.DECIDE_REQUEST)
                        .flatMap(action -> rule(asked, file, action).stream()))
                .findFirst();
    }

    private Optional<String> rule(Asked asked, CaseFile file, Action action) {
        Optional<String> purpose = asked.why().purpose();
        CaseAccess.Wish wish = new CaseAccess.Wish(
                action,
                file.recordClass(),
                Optional.empty(),
                purpose,
                asked.why().ref());
        boolean isRestricted = restrictions.standingOn(file.id(), purpose).isPresent();
        AccessDecision decision = access.decide(asked.caller(), file, isRestricted ? wish.ofWhatIsRestricted() : wish);
        return decision.isAllowed() ? Optional.of(decision.rule()) : Optional.empty();
    }

    private List<UUID> casesOf(UUID person) {
        return wall.asArchive(
                "merges",
                () -> sql.all(
                        "select distinct case_id from archive.case_party where subject_id = ? order by case_id",
                        row -> row.getObject(1, UUID.class),
                        person));
    }
}
