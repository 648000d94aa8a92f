/**
 * When an item ends.
 *
 * <p>The end is the date of the class's trigger plus its period; of several triggers the first to happen counts. A
 * law's maximum cuts the period short, a law's minimum stretches it and beats the maximum. Legal holds and
 * restrictions do not move the date: they stop what would happen on it. Where no trigger has happened there is no
 * date, and the item belongs on the review list, never "for ever" in silence.
 *
 * <pre>{@code
 * RetentionEnd end = Retention.endOf(policy.recordClass("RC-REG").orElseThrow(),
 *         Map.of("stay_ended", LocalDate.parse("2026-02-01")));
 * // On[end=2029-02-01, rule=RC-REG, disposal=SHRED]
 * }</pre>
 */
@NullMarked
package muhafiz.domain.retention;

import org.jspecify.annotations.NullMarked;
