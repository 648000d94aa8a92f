/**
 * The access log: every act writes its entries in its own transaction, and no act is answered before they are durable.
 *
 * <p>{@link muhafiz.service.log.AccessLog} makes the entries, one for each person concerned, sealed under that person's log key of the
 * year, or one under the month's key where nobody is concerned. Rows are inserted and never changed. {@link
 * muhafiz.service.log.Sequencer}, on the one node that holds the lease, gives each entry its place within a tenth of a second,
 * without gaps.
 *
 * <p>Nothing outside an entry's ciphertext joins it to a person, a document or a case: there is no such column and no such table.
 */
@NullMarked
package muhafiz.service.log;

import org.jspecify.annotations.NullMarked;
