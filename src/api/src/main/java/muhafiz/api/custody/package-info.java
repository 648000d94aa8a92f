/** Custody of the keys over HTTP: for custodians, who read nothing. */
@NullMarked
package muhafiz.api.custody;

import org.jspecify.annotations.NullMarked;
