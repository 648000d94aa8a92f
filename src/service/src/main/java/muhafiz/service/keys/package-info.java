/**
 * Keys that can be forgotten: the archive's three verbs, create, open and destroy, each in the transaction of the act it serves.
 *
 * <p>A <em>leaf</em> is the unit of forgetting: whatever must be forgotten on one day and for one reason has a leaf of its own (one
 * for a document version, one for a person's part in a case, one for a case, one for what joins a person's cases, one for a person's
 * log entries of a year). A leaf key is random, made in memory, and rests only wrapped under the epoch key, which is itself wrapped
 * under a root that never leaves its holder. The rows lie in a schema of their own that this role reaches only through functions.
 *
 * <p>A wrap is computed only while its parent's row is held, so that no rotation can pass between reading the parent and writing the
 * child.
 */
@NullMarked
package muhafiz.service.keys;

import org.jspecify.annotations.NullMarked;
