/**
 * The second wall: PostgreSQL's row-level security, behind the policy's decision. Each transaction says at its beginning who acts; a
 * caller's sees the rows that the policy grants the role at all and those it named by id, the archive's own work sees them all, and a
 * transaction that says nothing sees none.
 */
@NullMarked
package muhafiz.service.wall;

import org.jspecify.annotations.NullMarked;
