package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.proof.paper.PersonListing;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.PersonLog;

/** Makes the listing of a person that outsiders can check, by a decision that shows all details of that person. */
@ApplicationScoped
public class Listings {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Gate gate;
    private final Desk desk;

    @Inject
    Listings(Gate gate, Desk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    /** @throws RefusedException {@code not-allowed}, also where the decision is not about the whole of this person's log */
    public String listing(Caller caller, UUID person, Optional<UUID> decision, Why why) {
        String purpose = gate.purpose(caller, Action.SEARCH, why);
        return desk.listing(new Desk.Wanted(caller, person, decision, purpose, why.ref()))
                .orElseThrow(() ->
                        new RefusedException(Refusal.NOT_ALLOWED, "no decision shows this person's log to this role"))
                .json()
                .toString();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Desk {
        private final Decider decider;
        private final Granted granted;
        private final PersonLog persons;
        private final OwnReadings readings;
        private final AccessLog log;

        @Inject
        Desk(Decider decider, Granted granted, PersonLog persons, OwnReadings readings, AccessLog log) {
            this.decider = decider;
            this.granted = granted;
            this.persons = persons;
            this.readings = readings;
            this.log = log;
        }

        record Wanted(Caller caller, UUID person, Optional<UUID> decision, String purpose, Optional<String> ref) {}

        @Transactional
        public Optional<PersonListing> listing(Wanted wanted) {
            AccessDecision allowed = decider.decide(
                    wanted.caller(), Asked.ofLog(Action.SEARCH, Optional.of(wanted.purpose()), wanted.ref()));
            Optional<LogDecision> details = wanted.decision()
                    .flatMap(id -> granted.find(id, Set.of(wanted.person())))
                    .filter(one -> one.isAboutWhole(wanted.person()));
            boolean isShown = allowed.isAllowed() && details.isPresent();
            Optional<PersonListing> listing = isShown ? Optional.of(proven(wanted.person())) : Optional.empty();
            log.write(entry(wanted, isShown, allowed));
            return listing;
        }

        private PersonListing proven(UUID person) {
            return readings.proven(person).orElseThrow(() -> new UnavailableException("no-checkpoint", SOON));
        }

        private Act entry(Wanted wanted, boolean isShown, AccessDecision allowed) {
            Set<UUID> about = persons.knows(wanted.person()) ? Set.of(wanted.person()) : Set.of();
            Act act = new Act(
                    wanted.caller(),
                    isShown ? Action.SEARCH.word() : "denied",
                    new Act.Ground(wanted.purpose(), ""),
                    isShown
                            ? Act.Outcome.done(allowed.rule())
                            : Act.Outcome.denied(allowed.isAllowed() ? "log.no-such-decision" : allowed.rule()),
                    new Act.About(about, Optional.empty(), Optional.empty()),
                    Map.of("asked", "listing"));
            return act.with("ref", wanted.ref());
        }
    }
}
