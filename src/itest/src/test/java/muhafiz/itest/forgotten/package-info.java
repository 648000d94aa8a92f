/**
 * Destroyed means destroyed, in backups too: seen by somebody who took everything the archive ever wrote, and by operators who bring it
 * back.
 */
@NullMarked
package muhafiz.itest.forgotten;

import org.jspecify.annotations.NullMarked;
