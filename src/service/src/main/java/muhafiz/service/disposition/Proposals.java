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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.RecordClass;
import muhafiz.proof.paper.DispositionList;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.disposition.ItemRows.Scope;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The records manager proposes what is to be disposed of: a frozen list (policy, {@code destruction.steps}). */
@ApplicationScoped
public class Proposals {
    private static final Set<Disposal> DISPOSALS = Set.of(Disposal.SHRED, Disposal.ARCHIVE);

    private final Admission admission;
    private final PolicyInForce policies;
    private final Turn turn;

    @Inject
    Proposals(Admission admission, PolicyInForce policies, Turn turn) {
        this.admission = admission;
        this.policies = policies;
        this.turn = turn;
    }

    /**
     * What is proposed.
     *
     * @param asOf items whose end is no later than this day
     * @param classes of these classes
     * @param isAtOnce whether copies of their keys are to be put out of reach without waiting for the usual rotations
     * @param areCopiesStated whether the proposer says that everybody whose status an item proves holds a copy or was offered one
     */
    public record Proposal(LocalDate asOf, Set<String> classes, boolean isAtOnce, boolean areCopiesStated) {
        public Proposal {
            classes = new TreeSet<>(classes);
        }
    }

    /**
     * Freezes a list.
     *
     * @return its id
     * @throws RefusedException {@code not-allowed}, {@code class-not-accepted}, {@code as-of-in-future}, {@code nothing-due}
     * @throws muhafiz.crypto.UnavailableException {@code clock-in-doubt}
     */
    public UUID propose(Caller caller, Proposal proposal) {
        admission.require(caller, Action.PROPOSE_DESTRUCTION);
        requireDestroyed(proposal.classes());
        if (proposal.asOf().isAfter(admission.today(caller))) {
            throw new RefusedException(Refusal.AS_OF_IN_FUTURE, "asOf is today or earlier");
        }
        UUID id = Randoms.id();
        turn.propose(id, caller, proposal).ifPresent(refusal -> {
            throw new RefusedException(
                    refusal,
                    refusal == Refusal.NOTHING_DUE
                            ? "nothing of these classes has reached its end and is free to go"
                            : "this role proposes nothing of these classes");
        });
        return id;
    }

    private void requireDestroyed(Set<String> classes) {
        Set<String> known = new TreeSet<>();
        policies.policy().recordClasses().stream()
                .filter(found -> DISPOSALS.contains(found.retention().disposal()))
                .map(RecordClass::id)
                .forEach(known::add);
        if (classes.isEmpty() || !known.containsAll(classes)) {
            throw new RefusedException(
                    Refusal.CLASS_NOT_ACCEPTED,
                    "classes are one or more of those that are destroyed or archived at their end",
                    Map.of("accepted", String.join(" ", known)));
        }
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Admission admission;
        private final DueList due;
        private final DispositionRows rows;
        private final ItemRows items;
        private final AccessLog log;
        private final PolicyInForce policies;
        private final InstantSource clock;

        @Inject
        Turn(
                Admission admission,
                DueList due,
                DispositionRows rows,
                ItemRows items,
                AccessLog log,
                PolicyInForce policies,
                InstantSource clock) {
            this.admission = admission;
            this.due = due;
            this.rows = rows;
            this.items = items;
            this.log = log;
            this.policies = policies;
            this.clock = clock;
        }

        @Transactional
        public Optional<Refusal> propose(UUID id, Caller caller, Proposal proposal) {
            List<Scope> scopes = proposal.classes().stream()
                    .map(one -> new Scope(one, caller.unit()))
                    .toList();
            Optional<String> rule = admission.rule(caller, Action.PROPOSE_DESTRUCTION, scopes);
            if (rule.isEmpty()) {
                return refused(caller, proposal, Refusal.NOT_ALLOWED);
            }
            List<Item> found = due.items(proposal.asOf(), proposal.classes());
            if (found.isEmpty()) {
                return refused(caller, proposal, Refusal.NOTHING_DUE);
            }
            Disposition made = made(id, caller, proposal, found);
            rows.add(made, proposal.classes());
            found.forEach(item -> items.add(id, item));
            log.write(Admission.act(
                    caller,
                    Act.Outcome.done(rule.get()),
                    Map.of(
                            "what", "disposition proposed",
                            "disposition", id.toString(),
                            "digest", made.digest(),
                            "asOf", proposal.asOf().toString(),
                            "items", Integer.toString(found.size()))));
            return Optional.empty();
        }

        private Disposition made(UUID id, Caller caller, Proposal proposal, List<Item> found) {
            DispositionList list = new DispositionList(
                    proposal.asOf(),
                    proposal.isAtOnce(),
                    found.stream().map(Item::what).toList());
            return new Disposition(
                    id,
                    proposal.asOf(),
                    proposal.isAtOnce(),
                    proposal.areCopiesStated(),
                    policies.policy().version(),
                    new Disposition.Proposer(
                            caller.user(), caller.role(), clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                    list.digest(),
                    Disposition.State.PROPOSED);
        }

        private Optional<Refusal> refused(Caller caller, Proposal proposal, Refusal refusal) {
            log.write(Admission.act(
                    caller,
                    Act.Outcome.denied("disposition." + refusal.code()),
                    Map.of("classes", String.join(" ", proposal.classes()))));
            return Optional.of(refusal);
        }
    }
}
