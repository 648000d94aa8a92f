/**
 * The tree of keys on a real PostgreSQL, in the service's own package: what it does in one transaction is seen from within, by somebody
 * who keeps every wrap that was ever written.
 */
@NullMarked
package muhafiz.service.keys;

import org.jspecify.annotations.NullMarked;
