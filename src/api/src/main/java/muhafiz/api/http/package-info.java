/**
 * Header fields the platform does not read for us: ranges and preconditions (RFC 9110), digests (RFC 9530), file names (RFC 8187),
 * and the client's network.
 */
@NullMarked
package muhafiz.api.http;

import org.jspecify.annotations.NullMarked;
