package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import muhafiz.domain.policy.Action;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Answers requests with what is kept of the person, as a package that they can check by themselves. */
@ApplicationScoped
public class Answers {
    private final Gate gate;
    private final AnswerTurn turn;
    private final AnswerContents contents;
    private final Coverage coverage;
    private final RequestDesk desk;

    @Inject
    Answers(Gate gate, AnswerTurn turn, AnswerContents contents, Coverage coverage, RequestDesk desk) {
        this.gate = gate;
        this.turn = turn;
        this.contents = contents;
        this.coverage = coverage;
        this.desk = desk;
    }

    /**
     * The answer to a request that was granted, all of it or in part; its entries are durable on return. May be asked for again.
     *
     * @throws RefusedException the gate's; {@code not-allowed}, {@code not-found}, {@code request-decided}
     */
    public AnswerPackage answer(Caller caller, String number, Why why) {
        String purpose = caller.isPortal() ? RequestRights.PURPOSE : purpose(caller, number, why);
        return onRecord(caller, () -> new AnswerPackage(turn.collect(caller, number, purpose), contents));
    }

    /**
     * What was searched for it, how much was found, and under which other persons there may be more of the same.
     *
     * @throws RefusedException the gate's; {@code not-allowed}, {@code not-found}
     */
    public JsonObject coverage(Caller caller, String number, Why why) {
        String purpose = purpose(caller, number, why);
        return onRecord(caller, () -> coverage.of(caller, number, purpose));
    }

    private String purpose(Caller caller, String number, Why why) {
        Why stated = new Why(why.purpose(), why.ref().or(() -> Optional.of(number)));
        return gate.purpose(caller, Action.ASSEMBLE_ANSWER, stated);
    }

    private <T> T onRecord(Caller caller, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (RefusedException refused) {
            desk.refused(caller, new RequestDesk.Deed(Action.ASSEMBLE_ANSWER, "export"), refused.refusal());
            throw refused;
        }
    }
}
