/** Work that nobody waits for: tasks of db-scheduler, claimed row by row, so that any node may do them and any node may die. */
@NullMarked
package muhafiz.service.background;

import org.jspecify.annotations.NullMarked;
