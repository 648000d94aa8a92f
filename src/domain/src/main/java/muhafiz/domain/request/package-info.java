/**
 * What a person may ask of the archive, and by when it must answer (policy, {@code requests}, {@code clocks} and {@code refusal_grounds}).
 * Pure functions of what they are given; no clock, no I/O.
 */
@NullMarked
package muhafiz.domain.request;

import org.jspecify.annotations.NullMarked;
