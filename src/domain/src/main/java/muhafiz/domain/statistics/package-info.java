/**
 * Figures that the service publishes: counters that name nobody, the sum rule of the official table, and what is hidden so that no small
 * group can be worked out, neither from one table nor from the difference of several.
 *
 * <p>Everything here is a pure function of counters and of what was released before.
 */
@NullMarked
package muhafiz.domain.statistics;

import org.jspecify.annotations.NullMarked;
