/** Letters, on their way in, answered and passed on. */
@NullMarked
package muhafiz.api.letter;

import org.jspecify.annotations.NullMarked;
