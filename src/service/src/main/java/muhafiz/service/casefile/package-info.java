/**
 * Cases: opened, looked at, given to an officer, moved by events.
 *
 * <p>A case is found by its number, and the number only by a keyed token ({@link muhafiz.service.casefile.NumberIndex}), because the
 * number itself is sealed. What a person may be known by is sealed under the leaf of that person's part in that case.
 */
@NullMarked
package muhafiz.service.casefile;

import org.jspecify.annotations.NullMarked;
