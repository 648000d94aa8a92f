package muhafiz.service.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.store.S3Tiles;

/**
 * The statements by which the log's keys name each other, as they lie in the bucket: {@code keys/2} names the second key. Safe for all
 * threads.
 */
final class ShelvedKeys {
    private static final String FOLDER = "keys/";

    private final S3Tiles shelf;
    private final Set<Integer> laid = ConcurrentHashMap.newKeySet();

    ShelvedKeys(S3Tiles shelf) {
        this.shelf = shelf;
    }

    /**
     * A key that the one before it names.
     *
     * @param statement signed by both
     */
    record Named(int number, KeyChange change, SignedNote statement) {}

    /**
     * The keys that came after these, as far as one names the next.
     *
     * @param known all keys up to one, oldest first
     * @throws muhafiz.proof.log.BrokenEvidenceException where a statement is not signed by both its keys
     */
    List<Named> after(List<VerifierKey> known) {
        List<VerifierKey> keys = new ArrayList<>(known);
        List<Named> named = new ArrayList<>();
        Optional<Named> next = find(keys.size() + 1);
        while (next.isPresent() && keys.contains(next.get().change().oldKey())) {
            named.add(next.get());
            keys.add(next.get().change().newKey());
            next = find(keys.size() + 1);
        }
        return named;
    }

    private Optional<Named> find(int number) {
        return shelf.get(FOLDER + number)
                .map(SignedNote::parse)
                .map(note -> new Named(number, KeyChange.parse(note), note));
    }

    /**
     * Puts a statement where none lies; looks once for each.
     *
     * @throws IntegrityException where another lies there: two keys would have one number
     */
    void put(CheckpointSigner.Change change) {
        if (laid.contains(change.number())) {
            return;
        }
        String path = FOLDER + change.number();
        byte[] statement = change.statement().encoded();
        Optional<byte[]> there = shelf.get(path);
        if (there.isEmpty()) {
            shelf.put(path, statement);
        } else if (!Arrays.equals(there.get(), statement)) {
            throw new IntegrityException("the bucket knows another key of the log with the number " + change.number());
        }
        laid.add(change.number());
    }
}
