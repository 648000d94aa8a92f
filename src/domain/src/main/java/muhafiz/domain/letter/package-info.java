/** Letters to the service: what kinds there are, and which are never answered. */
@NullMarked
package muhafiz.domain.letter;

import org.jspecify.annotations.NullMarked;
