/**
 * Measurements of the running archive, each beside something else measured in the same run, so that a ratio holds when the machine's
 * speed does not. {@code ./mvnw -Pbench} runs {@link muhafiz.bench.LoadBench}; with {@code -Dbench=seal} or
 * {@code -Dbench=keys} sealing alone, or the key ring alone.
 */
@NullMarked
package muhafiz.bench;

import org.jspecify.annotations.NullMarked;
