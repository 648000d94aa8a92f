package muhafiz.store;

import java.time.Instant;

/**
 * What a listing says of an object.
 *
 * @param name as the store has it; see {@link ObjectName#parse}
 * @param length in bytes
 * @param modified when it was put, by the store's clock
 */
public record StoredObject(String name, long length, Instant modified) {
    public StoredObject {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an object has a name");
        }
        if (length < 0) {
            throw new IllegalArgumentException("a length is from 0, was " + length);
        }
    }
}
