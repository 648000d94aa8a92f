package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
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
    private final RequestDesk desk;

    @Inject
    Answers(Gate gate, AnswerTurn turn, AnswerContents contents, RequestDesk desk) {
        this.gate = gate;
        this.turn = turn;
        this.contents = contents;
        this.desk = desk;
    }

    /**
     * The answer to a request that was granted, all of it or in part; its entries are durable on return. May be asked for again.
     *
     * @throws RefusedException the gate's; {@code not-allowed}, {@code not-found}, {@code request-decided}
     */
    public AnswerPackage answer(Caller caller, String number, Why why) {
        String purpose = caller.isPortal()
                ? RequestRights.PURPOSE
                : gate.purpose(
                        caller,
                        Action.ASSEMBLE_ANSWER,
                        new Why(why.purpose(), why.ref().or(() -> Optional.of(number))));
        try {
            return new AnswerPackage(turn.collect(caller, number, purpose), contents);
        } catch (RefusedException refused) {
            desk.refused(caller, new RequestDesk.Deed(Action.ASSEMBLE_ANSWER, "export"), refused.refusal());
            throw refused;
        }
    }
}
