/**
 * The log's speed, measured from within its own package on a real PostgreSQL and a real store: {@code ./mvnw -Pbench -Dbench=log} runs
 * {@link muhafiz.service.log.LogBench}.
 */
@NullMarked
package muhafiz.service.log;

import org.jspecify.annotations.NullMarked;
