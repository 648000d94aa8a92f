package muhafiz.verify.check;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.TreeHash;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** Two checkpoints: {@code consistency OLDER NEWER}. */
final class ConsistencyCheck {
    private ConsistencyCheck() {}

    static Outcome run(Arguments arguments) {
        String olderFile = arguments.next("the older checkpoint");
        String newerFile = arguments.next("the newer checkpoint");
        arguments.end();
        var trust = Trust.of(arguments);
        Checkpoint older = trust.acceptFloor(Input.note(olderFile));
        Checkpoint newer = trust.accept(Input.note(newerFile));
        if (newer.size() < older.size()) {
            return new Outcome.Broken(
                    "entry " + newer.size(), "cut or rolled back: the newer checkpoint is of the smaller log");
        }
        return compare(arguments, older, newer);
    }

    private static Outcome compare(Arguments arguments, Checkpoint older, Checkpoint newer) {
        if (older.size() == 0) {
            throw new UnreadableException(
                    "the older checkpoint is of the empty log: every log is consistent with that");
        }
        if (!proof(arguments, older.size(), newer.size()).proves(older.root(), newer.root())) {
            return new Outcome.Broken(
                    BadPositionException.entries(0, older.size() - 1),
                    "fork: the newer checkpoint does not stand over the entries of the older");
        }
        return Outcome.Holds.of("olderSize", older.size()).and("newerSize", newer.size());
    }

    private static ConsistencyProof proof(Arguments arguments, long oldSize, long newSize) {
        if (arguments.has("--log")) {
            var tiles = new LogFolder(Input.path(arguments.one("--log").orElseThrow()));
            return ConsistencyProof.of(oldSize, newSize, tiles);
        }
        String file = arguments
                .one("--proof")
                .orElseThrow(() -> new UnreadableException("--log DIR or --proof FILE, or the two cannot be compared"));
        return Input.read(file, bytes -> new ConsistencyProof(oldSize, newSize, lines(bytes)));
    }

    /** One hash in Base 64 on each line, in the order of RFC 6962. */
    private static List<TreeHash> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new TreeHash(Base64.getDecoder().decode(line)))
                .toList();
    }
}
