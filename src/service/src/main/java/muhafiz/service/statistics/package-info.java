/**
 * Published figures: counters that name nobody, moved in the transaction of the registration that counts, and releases of the official table
 * made from them under disclosure control ({@link muhafiz.domain.statistics.DisclosureControl}). A released figure never changes: a
 * correction is a new release that names the old. Counters and releases outlive every file.
 */
@NullMarked
package muhafiz.service.statistics;

import org.jspecify.annotations.NullMarked;
