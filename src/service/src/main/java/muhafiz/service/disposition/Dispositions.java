package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** Shows a disposition to those who may propose or approve it: codes, days and random ids, nothing of any person. */
@ApplicationScoped
public class Dispositions {
    private final Admission admission;
    private final Turn turn;

    @Inject
    Dispositions(Admission admission, Turn turn) {
        this.admission = admission;
        this.turn = turn;
    }

    /**
     * A page of it.
     *
     * @param after the last id of the page before
     * @param limit of items, from 1
     * @throws RefusedException {@code not-allowed}, {@code not-found}
     */
    public DispositionView view(Caller caller, UUID id, Optional<UUID> after, int limit) {
        admission.requirePart(caller);
        return turn.view(new Turn.Wanted(caller, id, after, limit))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such disposition"));
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Admission admission;
        private final DispositionRows rows;
        private final ItemRows items;
        private final AccessLog log;

        @Inject
        Turn(Admission admission, DispositionRows rows, ItemRows items, AccessLog log) {
            this.admission = admission;
            this.rows = rows;
            this.items = items;
            this.log = log;
        }

        record Wanted(Caller caller, UUID disposition, Optional<UUID> after, int limit) {}

        @Transactional
        public Optional<DispositionView> view(Wanted wanted) {
            Optional<String> rule = admission.ruleOfPart(wanted.caller(), items.scopes(wanted.disposition()));
            Optional<Disposition> found = rows.find(wanted.disposition()).filter(one -> rule.isPresent());
            log.write(entry(
                    wanted, found.isPresent() ? Act.Outcome.done(rule.orElse("")) : Act.Outcome.denied("unknown")));
            return found.map(one -> view(one, wanted));
        }

        private DispositionView view(Disposition found, Wanted wanted) {
            List<Item> page = items.page(found.id(), wanted.after(), wanted.limit() + 1);
            boolean isLast = page.size() <= wanted.limit();
            List<Item> shown = isLast ? page : page.subList(0, wanted.limit());
            return new DispositionView(
                    found,
                    rows.approvals(found.id()),
                    items.count(found.id()),
                    shown.stream().map(DispositionView.Line::of).toList(),
                    isLast
                            ? Optional.empty()
                            : Optional.of(shown.get(shown.size() - 1).what().id()));
        }

        private static Act entry(Wanted wanted, Act.Outcome outcome) {
            String word = outcome.result().equals("done") ? Action.READ_META.word() : "denied";
            return new Act(
                    wanted.caller(),
                    word,
                    new Act.Ground(Admission.PURPOSE, ""),
                    outcome,
                    Act.About.NOBODY,
                    Map.of(
                            "asked",
                            "disposition",
                            "disposition",
                            wanted.disposition().toString()));
        }
    }
}
