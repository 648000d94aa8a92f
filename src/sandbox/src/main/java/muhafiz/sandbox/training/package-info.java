/**
 * Makes the archive of classes that lets a worker start in half the time (AppCDS). Runs once, at the build.
 *
 * <p>{@link muhafiz.sandbox.training.SharedClasses} starts a JVM exactly as a worker is started, in which {@link
 * muhafiz.sandbox.training.Training} reads and draws one small document of each kind; the JVM writes the classes it has loaded
 * to {@code target/worker.jsa} as it ends. The archive fits only the JDK and the jars (paths, times and order) it was
 * made with; a JVM that it does not fit starts without it and says nothing ({@code -Xshare:auto}).
 *
 * <pre>{@code
 * java -cp target/classes:target/lib/* muhafiz.sandbox.training.SharedClasses target
 * }</pre>
 */
@NullMarked
package muhafiz.sandbox.training;

import org.jspecify.annotations.NullMarked;
