package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a person may ask about the data held on them.
 *
 * @param names what the public reads; the id where the file has none
 * @param clock the terms it runs under
 * @param outcomes how it may end; none where the policy names none
 * @param needs what must come with it
 * @param answerMustHold the parts of the answer
 * @param effect what a granted one does
 * @param interim what it does at once, before the decision
 * @param alwaysGrantedFor purposes for which it cannot be refused
 * @param testOrder the tests, in order
 * @param certificate the class of the certificate it ends with
 */
public record RequestKind(
        String id,
        Names names,
        String clock,
        List<String> outcomes,
        List<String> needs,
        List<String> answerMustHold,
        Optional<String> effect,
        Optional<String> interim,
        List<String> alwaysGrantedFor,
        List<String> testOrder,
        Optional<String> certificate,
        Part.Fields about,
        Footing footing) {
    public RequestKind {
        outcomes = List.copyOf(outcomes);
        needs = List.copyOf(needs);
        answerMustHold = List.copyOf(answerMustHold);
        alwaysGrantedFor = List.copyOf(alwaysGrantedFor);
        testOrder = List.copyOf(testOrder);
    }
}
