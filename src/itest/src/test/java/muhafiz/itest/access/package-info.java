/**
 * No release without a log entry: every operation of the published contract, in every outcome, on the running archive.
 *
 * <pre>{@code
 * LogBook.Mark before = LogBook.of(archive).mark();
 * archive.staff("officer").content(id, "P-SERVICE");
 * List<LogLeaf> written = before.since();
 * }</pre>
 */
@NullMarked
package muhafiz.itest.access;

import org.jspecify.annotations.NullMarked;
