/**
 * Reading by machine, behind the wall of the sandbox: what a document says of itself, kept sealed as unverified findings.
 *
 * <p>A document joins the {@link muhafiz.service.inspect.ReadingQueue} in the transaction that receives it. Whichever node is free takes
 * it, opens it, sends the bytes through a pipe to a child process and seals the answer. A worker that dies costs one retry, then the
 * document is put aside with the reason; the queue goes on.
 */
@NullMarked
package muhafiz.service.inspect;

import org.jspecify.annotations.NullMarked;
