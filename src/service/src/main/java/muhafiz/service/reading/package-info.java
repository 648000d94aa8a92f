/**
 * Reading by people: there is no other way to a plaintext byte.
 *
 * <p>{@link muhafiz.service.reading.Reading} decides, writes the log entry and commits it; only then does it hand out anything. Bytes
 * are fetched and opened window by window, so that no connection to the store waits for a slow reader. {@link
 * muhafiz.service.reading.PageReading} has the sandbox draw a page of it, under the reader's mark, in the same way.
 */
@NullMarked
package muhafiz.service.reading;

import org.jspecify.annotations.NullMarked;
