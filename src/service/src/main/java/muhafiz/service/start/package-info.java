/**
 * The start, in order, behind a closed door: self-test of the ciphers, schema, keys, policy, index, store, sequencing, background work.
 * Only when all of it stands does the {@link muhafiz.service.start.Door} open; until then every request is answered 503.
 */
@NullMarked
package muhafiz.service.start;

import org.jspecify.annotations.NullMarked;
