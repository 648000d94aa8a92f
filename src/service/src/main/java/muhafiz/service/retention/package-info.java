/**
 * When what is kept ends, and what stands against its end.
 *
 * <p>The end of a document and of a case is worked out where something happens that it depends on, in the same transaction
 * ({@link muhafiz.service.retention.EndDates}), and stands in their rows; a due day is found by index ({@link
 * muhafiz.service.retention.Due}). Holds and restrictions do not move an end: whoever would destroy asks {@link
 * muhafiz.service.retention.Guard} under the row lock that holds and restrictions take as well.
 *
 * <p>It stands below cases and documents, so that an event and an upload can call it; it reads their rows by statements of its own.
 */
@NullMarked
package muhafiz.service.retention;

import org.jspecify.annotations.NullMarked;
