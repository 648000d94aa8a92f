package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Shows notices before an end to those of the unit, and of the office, who may propose or approve such a disposition. */
@ApplicationScoped
public class PreNotices {
    private final Admission admission;
    private final Turn turn;

    @Inject
    PreNotices(Admission admission, Turn turn) {
        this.admission = admission;
        this.turn = turn;
    }

    /** @param next the id after which the next page begins; empty where this is the last */
    public record Page(List<PreNotice> items, Optional<UUID> next) {}

    /**
     * A page of them, by id. Somebody of a unit sees that unit's.
     *
     * @param limit of notices looked at, from 1
     * @throws RefusedException {@code not-allowed}
     */
    public Page page(Caller caller, Optional<UUID> after, int limit) {
        admission.requirePart(caller);
        return turn.page(caller, after, limit);
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Admission admission;
        private final PreNoticeRows rows;
        private final CaseRows cases;
        private final CaseFields fields;
        private final AccessLog log;

        @Inject
        Turn(Admission admission, PreNoticeRows rows, CaseRows cases, CaseFields fields, AccessLog log) {
            this.admission = admission;
            this.rows = rows;
            this.cases = cases;
            this.fields = fields;
            this.log = log;
        }

        @Transactional
        public Page page(Caller caller, Optional<UUID> after, int limit) {
            List<PreNoticeRows.Row> page =
                    caller.unit().isEmpty() ? rows.page(after, limit + 1) : rows.page(caller.unit(), after, limit + 1);
            boolean isLast = page.size() <= limit;
            List<PreNoticeRows.Row> looked = isLast ? page : page.subList(0, limit);
            List<PreNotice> shown = new ArrayList<>();
            for (PreNoticeRows.Row row : looked) {
                List<ItemRows.Scope> scope = List.of(new ItemRows.Scope(row.recordClass(), row.unit()));
                admission
                        .ruleOfPart(caller, scope)
                        .ifPresent(rule -> cases.find(row.caseFile())
                                .ifPresent(file -> shown.add(shown(caller, row, file, rule))));
            }
            if (shown.isEmpty()) {
                log.write(entry(caller, Act.Outcome.done("disposition.pre-notices"), Act.About.NOBODY));
            }
            return new Page(
                    shown,
                    isLast
                            ? Optional.empty()
                            : Optional.of(looked.get(looked.size() - 1).id()));
        }

        private PreNotice shown(Caller caller, PreNoticeRows.Row row, CaseFile file, String rule) {
            Act.About about = new Act.About(
                    Set.copyOf(Concerned.all(cases.parties(file.id()))), Optional.empty(), Optional.of(file.id()));
            log.write(entry(caller, Act.Outcome.done(rule), about));
            return new PreNotice(
                    row.id(), fields.numberOf(file).toString(), row.unit(), row.rule(), row.endsOn(), row.toldAt());
        }

        private static Act entry(Caller caller, Act.Outcome outcome, Act.About about) {
            return new Act(
                    caller,
                    Action.READ_META.word(),
                    new Act.Ground(Admission.PURPOSE, ""),
                    outcome,
                    about,
                    Map.of("asked", "pre-notices"));
        }
    }
}
