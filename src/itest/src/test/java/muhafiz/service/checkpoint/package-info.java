/** Nodes that grow and show one log, as real processes over a real database and a real store. */
@NullMarked
package muhafiz.service.checkpoint;

import org.jspecify.annotations.NullMarked;
