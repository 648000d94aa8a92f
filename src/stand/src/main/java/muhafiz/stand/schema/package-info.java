/**
 * The database as its owner sees it: what it must promise before the archive trusts it, and the migrations that make
 * its tables. They run before the server starts, as the owner; the server never holds the owner's password.
 *
 * <pre>{@code
 * Durability.require(database);      // fsync, full_page_writes, synchronous_commit: all on
 * new Migration(owner).run();        // V*.sql, each once
 * }</pre>
 */
@NullMarked
package muhafiz.stand.schema;

import org.jspecify.annotations.NullMarked;
