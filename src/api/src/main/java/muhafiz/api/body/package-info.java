/**
 * Bodies of documents on their way, up and down.
 *
 * <p>{@link muhafiz.api.body.Bodies} gives each a place among the bodies that may be open at once and holds it to a pace. A client
 * that sends or takes nothing at all never comes back from a blocking call, so {@link muhafiz.api.body.StallWatch} wakes the thread
 * that waits for it. {@link muhafiz.api.body.LeftBody} ends calls that were answered before their body was read: a little more is
 * read, so that the client comes to see the answer, then the connection is cut.
 */
@NullMarked
package muhafiz.api.body;

import org.jspecify.annotations.NullMarked;
