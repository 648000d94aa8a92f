/** Applications: lodged, looked at, moved by events, given to an officer, found by number. */
@NullMarked
package muhafiz.api.casefile;

import org.jspecify.annotations.NullMarked;
