/**
 * Programs that run beside the supervisor: each is one process with its own pid, in its own session (so that Ctrl-C in
 * the terminal reaches the supervisor alone and the stop is an ordered one), without core dumps, with umask 077 and an
 * environment of three harmless variables. A child that dies is started again, a bounded number of times; children of a
 * supervisor that was killed die with it where {@code setpriv} is present, and are found by their pid files and ended
 * by their own pid at the next start where it is not.
 *
 * <pre>{@code
 * Child database = new Child(program, spawner, pidFile, line -> {}, () -> {});
 * database.start();   // returns when the program says it is ready
 * database.stop();
 * }</pre>
 */
@NullMarked
package muhafiz.stand.child;

import org.jspecify.annotations.NullMarked;
