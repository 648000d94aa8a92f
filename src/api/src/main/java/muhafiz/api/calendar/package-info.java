/** The office's calendar over HTTP. */
@NullMarked
package muhafiz.api.calendar;

import org.jspecify.annotations.NullMarked;
