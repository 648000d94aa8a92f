package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.disposition.ApprovalTurn.Word;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;

/** What stands against an approval, in the order in which it is said. In the caller's transaction. */
@ApplicationScoped
class Objections {
    private static final String DPO = "dpo";
    private static final Duration RELEASED_WITHIN = Duration.ofDays(90);

    private final ItemRows items;
    private final Guard guard;
    private final Approver approver;
    private final ConfirmedPeriods periods;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Objections(
            ItemRows items,
            Guard guard,
            Approver approver,
            ConfirmedPeriods periods,
            PolicyInForce policies,
            InstantSource clock) {
        this.items = items;
        this.guard = guard;
        this.approver = approver;
        this.periods = periods;
        this.policies = policies;
        this.clock = clock;
    }

    Optional<RefusedException> against(Word word, Disposition what, List<Approval> before) {
        return toTheList(word, what)
                .or(() -> toThePerson(word, what, before))
                .or(() -> toTheRules(what))
                .or(() -> toTheCopies(what));
    }

    private static Optional<RefusedException> toTheList(Word word, Disposition what) {
        if (what.state() != Disposition.State.PROPOSED) {
            return no(Refusal.ALREADY_DECIDED, "two persons have approved it already");
        }
        if (!what.digest().equals(word.digest())) {
            return no(Refusal.LIST_CHANGED, "digest is not that of the list, look at it again");
        }
        return what.asOf().isAfter(word.today())
                ? no(Refusal.AS_OF_IN_FUTURE, "asOf is today or earlier")
                : Optional.empty();
    }

    private Optional<RefusedException> toThePerson(Word word, Disposition what, List<Approval> before) {
        Set<String> others = before.stream().map(Approval::user).collect(Collectors.toCollection(TreeSet::new));
        others.add(what.proposed().user());
        others.addAll(guard.releasers(
                items.all(what.id()).stream()
                        .filter(Item::isDocument)
                        .map(item -> item.what().id())
                        .toList(),
                clock.instant().minus(RELEASED_WITHIN)));
        try {
            approver.require(word.caller(), others);
        } catch (RefusedException refused) {
            return Optional.of(refused);
        }
        boolean isDpoAmong = word.caller().role().equals(DPO)
                || before.stream().anyMatch(approval -> approval.role().equals(DPO));
        return before.isEmpty() || isDpoAmong
                ? Optional.empty()
                : no(Refusal.DPO_NEEDED, "one of the two who approve is a data-protection officer");
    }

    private Optional<RefusedException> toTheRules(Disposition what) {
        Set<String> assumed = items.scopes(what.id()).stream()
                .map(ItemRows.Scope::recordClass)
                .filter(found -> !periods.mayDestroy(found))
                .collect(Collectors.toCollection(TreeSet::new));
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of(new RefusedException(
                        Refusal.PERIOD_ASSUMED,
                        "the periods of these rules are assumed; the records manager has to confirm them first",
                        Map.of("rules", String.join(" ", assumed))));
    }

    /** Policy, {@code destruction.last_copy}. */
    private Optional<RefusedException> toTheCopies(Disposition what) {
        Set<String> proving = new TreeSet<>(policies.policy()
                .file()
                .fields("destruction")
                .flatMap(section -> section.fields("last_copy"))
                .map(section -> section.words("kinds"))
                .orElse(List.of()));
        proving.retainAll(items.all(what.id()).stream()
                .flatMap(item -> item.place().documentKind().stream())
                .toList());
        return what.areCopiesStated() || proving.isEmpty()
                ? Optional.empty()
                : Optional.of(new RefusedException(
                        Refusal.COPY_NOT_STATED,
                        "these kinds prove a status: propose them with the statement that a copy is held or was offered",
                        Map.of("kinds", String.join(" ", proving))));
    }

    private static Optional<RefusedException> no(Refusal refusal, String detail) {
        return Optional.of(new RefusedException(refusal, detail));
    }
}
