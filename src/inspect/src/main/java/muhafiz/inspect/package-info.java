/**
 * Asking what a document says, without ever reading it in the archive's own process.
 *
 * <p>A document is hostile until proven otherwise, and what its parser answers is hostile too. So the archive only
 * ever talks to a child JVM through a pipe: the document goes in as frames, one answer comes back as a frame, and
 * everything in that answer is counted, measured and spelled before it becomes an {@link
 * muhafiz.inspect.UnverifiedFindings}.
 *
 * <pre>
 * DocumentInspector.inspect(application, type, length, bytes)
 *    SandboxClient     one child serves one application's documents, then dies; spares are warm before they are needed
 *      Roster          who is spare, who is serving, who waits for the same application's next document
 *      Child           one child JVM: feed, answer, end; killed at its limit with everything it started
 *      Cage            the walls: bubblewrap, else unshare, else (only where the operator allows it) a bare process
 *      Scratch         the only place a child may write: memory, emptied after each end and at start
 * </pre>
 *
 * <p>Nothing that happens in a child is an exception here: it is one of the four {@link muhafiz.inspect.Inspection}
 * values. Exceptions are kept for the caller's own stream and for a client that has no child free in time.
 *
 * <pre>{@code
 * try (DocumentInspector inspector = SandboxClient.open(settings)) {
 *     Inspection answer = inspector.inspect(application, "application/pdf", length, plaintext);
 *     if (answer instanceof Inspection.Read read) {
 *         keep(read.findings().metadata().get("pages"));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package muhafiz.inspect;

import org.jspecify.annotations.NullMarked;
