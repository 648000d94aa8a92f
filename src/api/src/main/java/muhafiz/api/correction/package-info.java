/** Corrections over HTTP. */
@NullMarked
package muhafiz.api.correction;

import org.jspecify.annotations.NullMarked;
