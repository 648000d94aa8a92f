/** Requests of persons over HTTP. */
@NullMarked
package muhafiz.api.request;

import org.jspecify.annotations.NullMarked;
