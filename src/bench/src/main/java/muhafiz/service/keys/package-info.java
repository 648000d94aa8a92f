/**
 * The key ring's speed, measured from within its own package on a real PostgreSQL: {@code ./mvnw -Pbench -Dbench=keys} runs
 * {@link muhafiz.service.keys.KeyBench}.
 */
@NullMarked
package muhafiz.service.keys;

import org.jspecify.annotations.NullMarked;
