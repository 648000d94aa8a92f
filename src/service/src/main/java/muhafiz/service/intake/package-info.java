/**
 * Intake: a document comes in, is sealed on the way, and is acknowledged only when it can no longer be lost.
 *
 * <p>One pass, constant memory: bytes are looked at (media type by content), sealed, hashed and put away segment by segment, each
 * segment with a call of its own, so that neither a transaction nor a connection to the store waits for a slow sender. Then one
 * transaction writes document, wrapped key, log entry and the task to read it; its commit is the promise, and the receipt follows.
 * What was put but never committed is swept after a grace period ({@link muhafiz.service.intake.OrphanSweep}).
 */
@NullMarked
package muhafiz.service.intake;

import org.jspecify.annotations.NullMarked;
