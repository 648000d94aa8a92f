/**
 * The checks of {@code muhafiz-verify}, one class for each sort: papers, answer packages, two checkpoints, a whole log, evidence; and the
 * download of a log. What is wrong is named by its first bad position; what cannot be understood was not checked.
 *
 * <p>{@code WholeLogTest} and {@code PapersOnDiskTest} run them as a user would:
 *
 * <pre>{@code
 * int exitCode = new Checker(System.out, clock).run("log", "mirror", "--vkey", "archive.example/log+…");
 * }</pre>
 */
@NullMarked
package muhafiz.verify.check;

import org.jspecify.annotations.NullMarked;
