/** Dispositions over HTTP: proposed, approved, carried out, and told of in an act. */
@NullMarked
package muhafiz.api.disposition;

import org.jspecify.annotations.NullMarked;
