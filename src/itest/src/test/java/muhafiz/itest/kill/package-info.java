/**
 * Nothing acknowledged is lost: parts of a busy archive are killed at random moments and come back; system calls are
 * watched, because a kill cannot show a sync that is missing.
 */
@NullMarked
package muhafiz.itest.kill;

import org.jspecify.annotations.NullMarked;
