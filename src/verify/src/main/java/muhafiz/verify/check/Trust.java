package muhafiz.verify.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tree.TreeHash;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/**
 * Whose word is taken.
 *
 * @param first the log's key that the user was given
 * @param changes of that key, oldest first; each signed by both keys
 * @param witnesses whose cosignatures count
 * @param required how many of them a checkpoint must have
 */
record Trust(VerifierKey first, List<KeyChange> changes, List<VerifierKey> witnesses, int required) {
    Trust {
        changes = List.copyOf(changes);
        witnesses = List.copyOf(witnesses);
        if (required < 0 || required > witnesses.size()) {
            throw new UnreadableException(required + " witnesses are required, " + witnesses.size() + " are named");
        }
        requireKinds(first, changes, witnesses);
        checkChain(first, changes);
    }

    /** A cosignature says more than a signature, and counts as somebody else's: neither key stands in for the other. */
    private static void requireKinds(VerifierKey first, List<KeyChange> changes, List<VerifierKey> witnesses) {
        var used = new HashSet<TreeHash>();
        for (VerifierKey key : everyKey(first, changes)) {
            requireKind(key, VerifierKey.Kind.ED25519, "is no key of a log");
            used.add(new TreeHash(key.publicKey()));
        }
        for (VerifierKey witness : witnesses) {
            requireKind(witness, VerifierKey.Kind.COSIGNATURE, "is no key of a witness");
            if (!used.add(new TreeHash(witness.publicKey()))) {
                throw new UnreadableException(witness + " has the public key of the log or of another witness");
            }
        }
    }

    private static void requireKind(VerifierKey key, VerifierKey.Kind kind, String otherwise) {
        if (key.kind() != kind) {
            throw new UnreadableException(key + " " + otherwise);
        }
    }

    private static List<VerifierKey> everyKey(VerifierKey first, List<KeyChange> changes) {
        var keys = new ArrayList<>(List.of(first));
        changes.forEach(change -> keys.addAll(List.of(change.oldKey(), change.newKey())));
        return keys;
    }

    private static void checkChain(VerifierKey first, List<KeyChange> changes) {
        VerifierKey newest = first;
        long since = 0;
        for (KeyChange change : changes) {
            if (!change.oldKey().equals(newest)
                    || change.size() < since
                    || !change.origin().equals(first.name())) {
                throw new BrokenEvidenceException(
                        "the change of key at size " + change.size() + " does not follow the one before");
            }
            newest = change.newKey();
            since = change.size();
        }
    }

    static Trust of(Arguments arguments) {
        String vkey = arguments.one("--vkey").orElseThrow(() -> new UnreadableException("--vkey names the log's key"));
        List<VerifierKey> witnesses =
                arguments.all("--witness").stream().map(Input::vkey).toList();
        return new Trust(
                Input.vkey(vkey),
                arguments.one("--key-changes").map(Input::keyChanges).orElse(List.of()),
                witnesses,
                arguments.number("--required").map(Trust::small).orElse(witnesses.size()));
    }

    private static int small(long number) {
        try {
            return Math.toIntExact(number);
        } catch (ArithmeticException e) {
            throw new UnreadableException("--required " + number + " is more than can be named", e);
        }
    }

    /**
     * The checkpoint in a note, believed.
     *
     * @throws BrokenEvidenceException when it is of another log, or not signed by whom it must be
     */
    Checkpoint accept(SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(first.name())) {
            throw new BrokenEvidenceException(
                    "the checkpoint is that of " + checkpoint.origin() + ", not of " + first.name());
        }
        if (!checkpoint.isPossible()) {
            throw new BrokenEvidenceException("the checkpoint has a root that the empty log does not have");
        }
        if (note.signedBy(keysAt(checkpoint.size())).isEmpty()) {
            throw new BrokenEvidenceException(
                    "the checkpoint of size " + checkpoint.size() + " is not signed by the log's key of that time");
        }
        Set<VerifierKey> cosigned = note.signedBy(witnesses);
        if (cosigned.size() < required) {
            throw new BrokenEvidenceException("the checkpoint of size " + checkpoint.size() + " is cosigned by "
                    + cosigned.size() + " of the witnesses, " + required + " are required");
        }
        return checkpoint;
    }

    /** An older checkpoint that a witness (if one is named) or the log signed: enough to hold the log to it. */
    Checkpoint acceptFloor(SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        var all = new ArrayList<>(keysAt(checkpoint.size()));
        all.addAll(witnesses);
        if (!checkpoint.origin().equals(first.name()) || note.signedBy(all).isEmpty()) {
            throw new BrokenEvidenceException(
                    "the older checkpoint of size " + checkpoint.size() + " is signed by nobody known");
        }
        return checkpoint;
    }

    /** The keys that the log signs with while it has {@code size} entries: one, or at a change two. */
    List<VerifierKey> keysAt(long size) {
        var keys = new ArrayList<VerifierKey>();
        if (changes.isEmpty() || size <= changes.get(0).size()) {
            keys.add(first);
        }
        for (int i = 0; i < changes.size(); i++) {
            boolean ended = i + 1 < changes.size() && size > changes.get(i + 1).size();
            if (size >= changes.get(i).size() && !ended) {
                keys.add(changes.get(i).newKey());
            }
        }
        return keys;
    }
}
