package muhafiz.verify.witness;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.NoteSignature;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.proof.tree.ConsistencyProof;

/** What a witness does with a checkpoint (c2sp.org/tlog-witness, add-checkpoint). Safe for several threads. */
final class Witness {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Cosigner cosigner;
    private final Supplier<List<VerifierKey>> logs;
    private final Seen seen;
    private final InstantSource clock;

    /** @param logs the keys of the logs it watches; a log is named by its keys */
    Witness(Cosigner cosigner, Supplier<List<VerifierKey>> logs, Seen seen, InstantSource clock) {
        this.cosigner = cosigner;
        this.logs = logs;
        this.seen = seen;
        this.clock = clock;
    }

    /** Looks at a request and, where all is well, remembers and cosigns. */
    Answer add(String body) {
        try {
            var request = WitnessRequest.parse(body);
            return add(request, Checkpoint.parse(request.checkpoint().text()));
        } catch (IllegalArgumentException e) {
            return Answer.refused(BAD_REQUEST, "this is no request of c2sp.org/tlog-witness");
        }
    }

    private Answer add(WitnessRequest request, Checkpoint checkpoint) {
        List<VerifierKey> keys = logs.get().stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return Answer.refused(NOT_FOUND, "this log is not watched here");
        }
        if (!isSigned(request.checkpoint(), keys)) {
            return Answer.refused(FORBIDDEN, "the checkpoint is not signed by a key of its log");
        }
        if (request.oldSize() > checkpoint.size()) {
            return Answer.refused(BAD_REQUEST, "the old size is beyond the checkpoint");
        }
        return remember(request, checkpoint, keys);
    }

    private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
        try {
            return !note.signedBy(keys).isEmpty();
        } catch (BrokenEvidenceException e) {
            return false;
        }
    }

    /** One at a time: between looking at the newest and replacing it nobody else may. */
    private synchronized Answer remember(WitnessRequest request, Checkpoint checkpoint, List<VerifierKey> keys) {
        Optional<Checkpoint> newest = newest(checkpoint.origin());
        long known = newest.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != known) {
            return Answer.conflict(known);
        }
        if (isOther(newest, request, checkpoint)) {
            return Answer.refused(CONFLICT, "another checkpoint of size " + known + " was cosigned");
        }
        if (!checkpoint.isPossible() || !grew(newest, request, checkpoint)) {
            return Answer.refused(UNPROCESSABLE, "the checkpoint is not shown to contain the one of size " + known);
        }
        NoteSignature cosignature = cosigner.cosign(checkpoint, clock.instant());
        seen.keep(checkpoint.origin(), onlyLogs(request.checkpoint(), keys).with(cosignature));
        return Answer.ok(cosignature.line());
    }

    private Optional<Checkpoint> newest(String origin) {
        try {
            return seen.newest(origin).map(note -> Checkpoint.parse(note.text()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("what was seen of a log is damaged; nothing is signed", e);
        }
    }

    /** The same size with another root: there is nothing to prove, and nothing was (c2sp.org/tlog-witness wants 409 for it). */
    private static boolean isOther(Optional<Checkpoint> newest, WitnessRequest request, Checkpoint checkpoint) {
        return request.path().isEmpty()
                && newest.filter(known -> known.size() == checkpoint.size())
                        .filter(known -> !known.root().equals(checkpoint.root()))
                        .isPresent();
    }

    private static boolean grew(Optional<Checkpoint> newest, WitnessRequest request, Checkpoint checkpoint) {
        if (request.oldSize() == 0) {
            return request.path().isEmpty();
        }
        var proof = new ConsistencyProof(request.oldSize(), checkpoint.size(), request.path());
        return proof.proves(newest.orElseThrow().root(), checkpoint.root());
    }

    /** The note with the log's own signatures: others' are not vouched for. */
    private static SignedNote onlyLogs(SignedNote note, List<VerifierKey> keys) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line -> keys.stream().anyMatch(key -> key.isNamedBy(line)))
                        .toList());
    }

    /** The newest checkpoint of a log by the hash of its origin. */
    Answer monitor(String originHash) {
        return seen.named(originHash)
                .map(note -> Answer.ok(note.asText()))
                .orElseGet(() -> Answer.refused(NOT_FOUND, "this log was not seen here"));
    }
}
