/** Notices: given to the portal and to units, and what became of them. */
@NullMarked
package muhafiz.api.notice;

import org.jspecify.annotations.NullMarked;
