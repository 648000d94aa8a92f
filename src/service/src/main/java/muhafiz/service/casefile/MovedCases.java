package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess.Wish;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Shows whose day a loaded year gave or moved, as far as the caller may know of the cases. */
@ApplicationScoped
public class MovedCases {
    private static final int AT_ONCE = 100;

    private final Gate gate;
    private final Turn turn;

    @Inject
    MovedCases(Gate gate, Turn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * A case by its number, and the day by which it must be decided.
     *
     * @param before empty where the day could not be computed before
     */
    public record MovedCase(String number, Optional<LocalDate> before, LocalDate after) {}

    /**
     * Some of them.
     *
     * @param next what the following page begins after; empty on the last
     */
    public record Page(List<MovedCase> items, Optional<UUID> next) {}

    /** @throws muhafiz.service.RefusedException the gate's */
    public Page page(Caller caller, int year, Why why, UUID after) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return turn.page(new Turn.Wanted(caller, year, after, purpose, why.ref()));
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final DeadlineRows deadlines;
        private final CaseRows rows;
        private final CaseFields fields;
        private final CaseAccess access;
        private final AccessLog log;

        @Inject
        Turn(DeadlineRows deadlines, CaseRows rows, CaseFields fields, CaseAccess access, AccessLog log) {
            this.deadlines = deadlines;
            this.rows = rows;
            this.fields = fields;
            this.access = access;
            this.log = log;
        }

        record Wanted(Caller caller, int year, UUID after, String purpose, Optional<String> ref) {}

        public Page page(Wanted wanted) {
            List<DeadlineRows.Moved> moved = deadlines.moved(wanted.year(), wanted.after(), AT_ONCE);
            List<MovedCase> shown = new ArrayList<>();
            Set<UUID> persons = new TreeSet<>();
            for (DeadlineRows.Moved one : moved) {
                rows.find(one.caseId()).filter(file -> mayKnowOf(wanted, file)).ifPresent(file -> {
                    persons.addAll(Concerned.all(rows.parties(file.id())));
                    shown.add(new MovedCase(fields.numberOf(file).toString(), one.before(), one.after()));
                });
            }
            log.write(entry(wanted, persons));
            boolean isLast = moved.size() < AT_ONCE;
            return new Page(
                    List.copyOf(shown),
                    isLast
                            ? Optional.empty()
                            : Optional.of(moved.get(AT_ONCE - 1).caseId()));
        }

        private boolean mayKnowOf(Wanted wanted, CaseFile file) {
            Wish wish = new Wish(
                    Action.READ_META,
                    file.recordClass(),
                    Optional.empty(),
                    Optional.of(wanted.purpose()),
                    wanted.ref());
            return access.decide(wanted.caller(), file, wish).isAllowed();
        }

        private static Act entry(Wanted wanted, Set<UUID> persons) {
            Act act = new Act(
                    wanted.caller(),
                    Action.READ_META.word(),
                    new Act.Ground(wanted.purpose(), ""),
                    Act.Outcome.done("calendar.moved"),
                    new Act.About(persons, Optional.empty(), Optional.empty()),
                    Map.of("asked", "moved dates", "year", Integer.toString(wanted.year())));
            return act.with("ref", wanted.ref());
        }
    }
}
