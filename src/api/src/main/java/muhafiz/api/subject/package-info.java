/** Who is the same person, over HTTP. */
@NullMarked
package muhafiz.api.subject;

import org.jspecify.annotations.NullMarked;
