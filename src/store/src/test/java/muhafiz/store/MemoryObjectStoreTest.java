package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MemoryObjectStoreTest extends ObjectStoreContract {
    private final MemoryObjectStore store = new MemoryObjectStore();
    private final ObjectDestroyer destroyer = store.destroyer();

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    ObjectDestroyer destroyer() {
        return destroyer;
    }

    @Test
    void aListingShowsTheTimeOfTheClock() {
        var noon = Instant.parse("2026-11-22T12:00:00Z");
        var timed = new MemoryObjectStore(InstantSource.fixed(noon));
        timed.put(Sealed.name(), Sealed.small());

        var found = new ArrayList<StoredObject>();
        timed.destroyer().list(found::add);

        assertThat(found).extracting(StoredObject::modified).containsExactly(noon);
    }
}
