/**
 * The child JVM in which documents are parsed. It is started by {@code muhafiz.inspect}, with its own class path,
 * behind walls, and believes nothing that it reads; the archive believes nothing that it says.
 *
 * <pre>
 * Worker        says what walls it sees, then takes one document after another until its input ends
 *   Inbox       a thread of its own at standard input: when the archive is gone, the worker is gone
 *   Desk        the folder in memory where the document lies while it is read, swept after each
 *   DocumentReader, found by ServiceLoader: {@code muhafiz.sandbox.reading.TikaReader}, and in tests hostile ones
 *   muhafiz.sandbox.page       draws a page, and finds its words
 *   muhafiz.sandbox.redaction  draws all of them anew without what is to go
 * </pre>
 *
 * <p>Standard output belongs to the frames ({@code muhafiz.inspect.frame}): {@code System.out} is turned to standard
 * error, which goes nowhere, before any parser is loaded.
 *
 * <pre>{@code
 * java -Xmx256m -cp sandbox.jar:lib/… muhafiz.sandbox.Worker
 * }</pre>
 */
@NullMarked
package muhafiz.sandbox;

import org.jspecify.annotations.NullMarked;
