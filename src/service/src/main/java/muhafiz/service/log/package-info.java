/**
 * The access log: every act writes its entries in its own transaction, and no act is answered before they are durable.
 *
 * <p>{@link muhafiz.service.log.AccessLog} makes the entries, one for each person concerned, sealed under that person's log key of the
 * year, or one under the month's key where nobody is concerned. Rows are inserted and never changed. {@link
 * muhafiz.service.log.Sequencer}, on the one node that holds the lease, gives each entry its place within a tenth of a second,
 * without gaps.
 *
 * <p>Nothing outside an entry's ciphertext joins it to a person, a document or a case: there is no such column and no such table.
 *
 * <h2>What is an entry, and under which key its inside stands</h2>
 *
 * <pre>
 * action          what happened                                        inside, beside operation, unit, client network and ref
 * ingest          application, document, event received                persons: kind, commitment to what was received, policy version
 * read_status, read_meta, read_content                                 persons: policy version; of lists and pages nothing of their content
 * search          a case by its number; the log by a filter            persons found: the query; the filter's words, of accounts a pseudonym
 * assign, correct, record_event, ...  what officers and reception do   persons: codes; of other accounts the pseudonym of the month
 * shred           a document, case or person taken off                 persons, as long as their keys live: the order
 * restore         a lost row written anew, a restoration               persons, or the month: ids of the run
 * decide_request  details of the log may be read                       person, or the month: id, time and end of the decision
 * key_operation   rotations, ends of roots, keys destroyed, log key    the month: what, order and part, reasons by code
 * policy_change   a policy taken into force at a node's start, a        the month: version and SHA-256, codes and days, of other accounts
 *                 period confirmed                                     nothing
 * login_failure   a name and password that do not fit                  the month: of the name a token under the month's key
 * denied          any refusal, by the rule that refused                persons where a case was found, else the month; of a search that
 *                                                                      found nobody the query's token under the month's key
 * </pre>
 *
 * <p>A person's keys die with the person, or with the term of the log's class, unless a {@link muhafiz.service.log.LogHold} names them;
 * the months' with the term.
 */
@NullMarked
package muhafiz.service.log;

import org.jspecify.annotations.NullMarked;
