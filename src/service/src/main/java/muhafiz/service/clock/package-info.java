/**
 * Whether the clock can be believed, before anything is done that cannot be undone: a rotation, a sweep, an expiry. A clock behind a
 * witness, or more than 26 hours ahead of when it was last believed, stops them until two persons confirm it.
 */
@NullMarked
package muhafiz.service.clock;

import org.jspecify.annotations.NullMarked;
