/** A lost document table over HTTP. */
@NullMarked
package muhafiz.api.rebuild;

import org.jspecify.annotations.NullMarked;
