package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.wall.Wall;

/** The one transaction of an approval: its entry is written whatever comes of it. */
@ApplicationScoped
class ApprovalTurn {
    private static final int WANTED = 2;

    private final Admission admission;
    private final Objections objections;
    private final DispositionRows rows;
    private final ItemRows items;
    private final Ordering ordering;
    private final AccessLog log;
    private final InstantSource clock;
    private final Wall wall;

    @Inject
    ApprovalTurn(
            Admission admission,
            Objections objections,
            DispositionRows rows,
            ItemRows items,
            Ordering ordering,
            AccessLog log,
            InstantSource clock,
            Wall wall) {
        this.admission = admission;
        this.objections = objections;
        this.rows = rows;
        this.items = items;
        this.ordering = ordering;
        this.log = log;
        this.clock = clock;
        this.wall = wall;
    }

    /** What somebody says of a list. */
    record Word(Caller caller, UUID disposition, String digest, LocalDate today) {}

    @Transactional
    public Optional<RefusedException> approve(Word word) {
        Optional<Disposition> found = rows.hold(word.disposition());
        Optional<String> rule = found.flatMap(
                one -> admission.rule(word.caller(), Action.APPROVE_DESTRUCTION, items.scopes(word.disposition())));
        if (found.isEmpty() || rule.isEmpty()) {
            return refused(word, new RefusedException(Refusal.NOT_FOUND, "there is no such disposition"));
        }
        List<Approval> before = rows.approvals(word.disposition());
        Optional<RefusedException> objection =
                wall.asArchive("objections", () -> objections.against(word, found.get(), before));
        if (objection.isPresent()) {
            return refused(word, objection.get());
        }
        rows.approve(
                word.disposition(),
                new Approval(
                        word.caller().user(),
                        word.caller().role(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        log.write(Admission.act(word.caller(), Act.Outcome.done(rule.get()), about(word)));
        if (before.size() + 1 == WANTED) {
            ordering.begin(found.get());
        }
        return Optional.empty();
    }

    private Optional<RefusedException> refused(Word word, RefusedException why) {
        String rule = why.refusal() == Refusal.NOT_FOUND
                ? "unknown"
                : "disposition." + why.refusal().code();
        log.write(Admission.act(word.caller(), Act.Outcome.denied(rule), about(word)));
        return Optional.of(why);
    }

    private static Map<String, String> about(Word word) {
        return Map.of(
                "what", "disposition approved",
                "disposition", word.disposition().toString(),
                "digest", word.digest());
    }
}
