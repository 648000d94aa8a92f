/**
 * Values that stand for others. A {@link muhafiz.crypto.token.BlindToken} finds equal values without showing them; an
 * {@link muhafiz.crypto.token.AccessCode} lets an applicant in and is kept only as its Argon2id hash;
 * {@link muhafiz.crypto.token.Randoms} makes ids and random bytes, which the rules above take as arguments.
 *
 * <pre>{@code
 * import java.util.Arrays;
 * import muhafiz.crypto.keys.LeafKey;
 * import muhafiz.crypto.token.*;
 *
 * try (LeafKey generation = LeafKey.fresh()) {
 *     byte[] stored = BlindToken.of(generation, "pin", "7K2M0XQ".getBytes("US-ASCII"));
 *     byte[] asked = BlindToken.of(generation, "pin", "7K2M0XQ".getBytes("US-ASCII"));
 *     boolean found = Arrays.equals(stored, asked);
 * }
 * String shownOnce = AccessCode.fresh();
 * String kept = AccessCode.hash(shownOnce.toCharArray());
 * boolean mayEnter = AccessCode.matches(shownOnce.toLowerCase().toCharArray(), kept);
 * }</pre>
 */
@NullMarked
package muhafiz.crypto.token;

import org.jspecify.annotations.NullMarked;
