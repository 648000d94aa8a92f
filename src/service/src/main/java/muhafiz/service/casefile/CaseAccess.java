package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Recipient;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Situation;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;

/** Asks the policy about a case: what the caller is to it, then the decision. Within a transaction. */
@ApplicationScoped
public class CaseAccess {
    private final Decider decider;
    private final CaseFields fields;
    private final GlassRows glasses;
    private final Strays strays;
    private final Instance<RequestsOnFiles> requests;
    private final InstantSource clock;

    @Inject
    CaseAccess(
            Decider decider,
            CaseFields fields,
            GlassRows glasses,
            Strays strays,
            @Any Instance<RequestsOnFiles> requests,
            InstantSource clock) {
        this.decider = decider;
        this.fields = fields;
        this.glasses = glasses;
        this.strays = strays;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What somebody wants of a case.
     *
     * @param recordClass the class of the item asked for: a document's own, or the case's
     * @param kind the document's kind, where one is asked for
     * @param purpose empty where the act needs none
     * @param situations of the item, of those prohibitions ask about
     * @param recipient to whom it would go out
     */
    public record Wish(
            Action action,
            String recordClass,
            Optional<String> kind,
            Optional<String> purpose,
            Optional<String> ref,
            Set<Situation> situations,
            Optional<Recipient> recipient) {
        public Wish(
                Action action,
                String recordClass,
                Optional<String> kind,
                Optional<String> purpose,
                Optional<String> ref) {
            this(action, recordClass, kind, purpose, ref, Set.of(), Optional.empty());
        }

        /** The same, where its use is restricted. */
        public Wish ofWhatIsRestricted() {
            return in(Set.of(Situation.RESTRICTED));
        }

        /** The same in these situations. */
        public Wish in(Set<Situation> others) {
            return new Wish(action, recordClass, kind, purpose, ref, others, recipient);
        }

        /** The same, where it would go out to somebody. */
        public Wish to(Recipient somebody) {
            return new Wish(action, recordClass, kind, purpose, ref, situations, Optional.of(somebody));
        }

        /** Something about the case itself, of a kind that needs no stated purpose. */
        public static Wish of(Action action, CaseFile file) {
            return new Wish(
                    action,
                    file.recordClass(),
                    Optional.empty(),
                    Optional.of(file.provenance().purpose()),
                    Optional.empty());
        }
    }

    /** By the policy; where that grants no reading, through glass that the caller broke for this case and purpose. */
    public AccessDecision decide(Caller caller, CaseFile file, Wish wish) {
        strays.note(caller, file, wish.action());
        AccessDecision decision = decider.decide(caller, asked(wish, facts(caller, file, wish)));
        boolean maySeeThrough = wish.action().isReading() && decision.rule().equals(AccessDecisions.DEFAULT_DENY);
        return maySeeThrough && isBroken(caller, file, wish) ? behindGlass(caller, file, wish) : decision;
    }

    /** What the policy would say were the case the caller's own: of the caller's unit, and assigned to the caller. */
    AccessDecision behindGlass(Caller caller, CaseFile file, Wish wish) {
        Set<Condition> facts = facts(caller, file, wish);
        facts.add(Condition.OWN_UNIT);
        facts.add(Condition.ASSIGNED_CASE);
        return decider.decide(caller, asked(wish, facts));
    }

    private boolean isBroken(Caller caller, CaseFile file, Wish wish) {
        return wish.purpose()
                .flatMap(purpose -> glasses.standing(caller.user(), file.id(), purpose, clock.instant()))
                .isPresent();
    }

    private Set<Condition> facts(Caller caller, CaseFile file, Wish wish) {
        Optional<ApplicationNumber> number = wish.ref().flatMap(ApplicationNumber::parse);
        boolean named = number.filter(ref -> ref.equals(fields.numberOf(file))).isPresent();
        Set<Condition> facts = CaseFacts.between(caller, file, new CaseFacts.Reference(wish.ref(), named));
        wish.ref()
                .filter(ref -> number.isEmpty())
                .ifPresent(ref -> requests.forEach(one -> facts.addAll(one.between(ref, file))));
        return facts;
    }

    /** The same with facts that hold besides, such as a checked access code. */
    public AccessDecision decide(Caller caller, CaseFile file, Wish wish, Condition besides) {
        return decide(caller, file, wish, EnumSet.of(besides));
    }

    /** The same where several do. */
    public AccessDecision decide(Caller caller, CaseFile file, Wish wish, Set<Condition> besides) {
        Set<Condition> facts = EnumSet.copyOf(besides);
        CaseFacts.Reference reference = new CaseFacts.Reference(wish.ref(), false);
        facts.addAll(CaseFacts.between(caller, file, reference));
        return decider.decide(caller, asked(wish, facts));
    }

    /** Whether the caller may open a case of this class in this unit. */
    public AccessDecision mayOpen(Caller caller, String recordClass, String unit, String purpose) {
        Set<Condition> facts = CaseFacts.ofCaller(caller);
        if (CaseFacts.isOwnUnit(caller, unit)) {
            facts.add(Condition.OWN_UNIT);
        }
        return decider.decide(
                caller,
                new Asked(Action.INGEST, Optional.of(recordClass), Optional.empty(), Optional.of(purpose), facts));
    }

    /** Whether the caller may read what is known of items of this class in this unit that belong to no case. */
    public AccessDecision mayRead(Caller caller, String recordClass, String unit, String purpose) {
        Set<Condition> facts = CaseFacts.ofCaller(caller);
        facts.add(Condition.PURPOSE_STATED);
        facts.add(Condition.NOT_RESTRICTED);
        if (CaseFacts.isOwnUnit(caller, unit)) {
            facts.add(Condition.OWN_UNIT);
        }
        return decider.decide(
                caller,
                new Asked(Action.READ_META, Optional.of(recordClass), Optional.empty(), Optional.of(purpose), facts));
    }

    private static Asked asked(Wish wish, Set<Condition> facts) {
        return new Asked(
                wish.action(),
                Optional.of(wish.recordClass()),
                wish.kind(),
                wish.purpose(),
                facts,
                wish.situations(),
                wish.recipient());
    }

    /** The case's own number, for an act that names the case by being upon it. */
    String numberOf(CaseFile file) {
        return fields.numberOf(file).toString();
    }
}
