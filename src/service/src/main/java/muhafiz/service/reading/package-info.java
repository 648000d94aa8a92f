/**
 * Reading by people: there is no other way to a plaintext byte.
 *
 * <p>{@link muhafiz.service.reading.Reading} decides, writes the log entry and commits it; only then does it hand out anything. Bytes
 * are fetched and opened window by window, so that no connection to the store waits for a slow reader.
 */
@NullMarked
package muhafiz.service.reading;

import org.jspecify.annotations.NullMarked;
