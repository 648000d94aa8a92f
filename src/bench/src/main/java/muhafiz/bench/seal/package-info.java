/**
 * Sealing and opening beside Tink's streaming encryption and the bare cipher, by JMH. {@code ./mvnw -Pbench -Dbench=seal} runs
 * {@link muhafiz.bench.seal.SealBench}; {@code MUHAFIZ_BENCH_JAVA} names other Javas to run it on too.
 */
@NullMarked
package muhafiz.bench.seal;

import org.jspecify.annotations.NullMarked;
