package muhafiz.proof.log;

import java.util.Arrays;
import java.util.Objects;

/**
 * What anyone may read of an entry. Codes only, never a name, a number or free text.
 *
 * @param epochSecond time of the act in whole seconds, 0 to 253402300799 (year 9999)
 * @param actor 16 bytes: the actor's pseudonym of the month, zeros where nobody was recognised
 * @param role the role acted in; like all codes at most 128 characters, empty where there is none
 * @param action what was done
 * @param purpose the purpose stated
 * @param basis the legal basis
 * @param outcome how it ended
 * @param rule id of the rule that decided
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record PublicPart(
        long epochSecond,
        byte[] actor,
        String role,
        String action,
        String purpose,
        String basis,
        String outcome,
        String rule) {
    static final int LONGEST_CODE = 128;
    private static final int ACTOR_LENGTH = 16;
    private static final long END_OF_YEAR_9999 = 253_402_300_799L;

    public PublicPart {
        if (epochSecond < 0 || epochSecond > END_OF_YEAR_9999) {
            throw new IllegalArgumentException("time must be 0 to " + END_OF_YEAR_9999 + " s, was " + epochSecond);
        }
        actor = Fixed.length("actor", actor, ACTOR_LENGTH);
        Code.checked("role", role, 0, LONGEST_CODE);
        Code.checked("action", action, 0, LONGEST_CODE);
        Code.checked("purpose", purpose, 0, LONGEST_CODE);
        Code.checked("basis", basis, 0, LONGEST_CODE);
        Code.checked("outcome", outcome, 0, LONGEST_CODE);
        Code.checked("rule", rule, 0, LONGEST_CODE);
    }

    @Override
    public byte[] actor() {
        return actor.clone();
    }

    void writeTo(LeafWriter out) {
        out.number(epochSecond, 8).bytes(actor);
        out.text(role, 1).text(action, 1).text(purpose, 1);
        out.text(basis, 1).text(outcome, 1).text(rule, 1);
    }

    static PublicPart readFrom(LeafReader in) {
        return new PublicPart(
                in.number(8),
                in.bytes(ACTOR_LENGTH),
                in.text(1),
                in.text(1),
                in.text(1),
                in.text(1),
                in.text(1),
                in.text(1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicPart that
                && epochSecond == that.epochSecond
                && Arrays.equals(actor, that.actor)
                && role.equals(that.role)
                && action.equals(that.action)
                && purpose.equals(that.purpose)
                && basis.equals(that.basis)
                && outcome.equals(that.outcome)
                && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(epochSecond, Arrays.hashCode(actor), role, action, purpose, basis, outcome, rule);
    }
}
