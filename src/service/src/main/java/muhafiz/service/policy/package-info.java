/**
 * The policy in force. The archive holds its versions: the first is taken from the configuration folder at the first start, checked
 * whole; later ones are drafted, approved and published, and each is in force from a moment that every node has known long before. A
 * version that stands never changes, so a past decision can be replayed under the one it was made by.
 *
 * <p>No policy in force means that nothing is allowed, and says so.
 */
@NullMarked
package muhafiz.service.policy;

import org.jspecify.annotations.NullMarked;
