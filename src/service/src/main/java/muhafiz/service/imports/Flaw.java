package muhafiz.service.imports;

import muhafiz.service.RefusedException;

/**
 * Why a line is not taken in.
 *
 * @param place {@code bag}, {@code manifest}, {@code cases} or {@code files}
 * @param line from 1, which is the first line of a table; 0 where it is no line's
 * @param code as the contract has it
 * @param member the column or what else is meant; empty where the code says it all
 */
public record Flaw(String place, int line, String code, String member) {
    static Flaw of(String place, int line, RefusedException refused) {
        return new Flaw(
                place, line, refused.refusal().code(), refused.members().getOrDefault("member", refused.getMessage()));
    }
}
