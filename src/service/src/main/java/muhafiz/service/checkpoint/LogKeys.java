package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.store.S3Tiles;

/**
 * The log's signing keys: leaves of the key ring, never files. Each is told of by an entry; the checkpoint that first has the entry is
 * signed by the key before and by the new one, and so is a statement of the change.
 */
@ApplicationScoped
@Transactional
public class LogKeys implements CheckpointSigner {
    private static final String USE = "log signing key";
    private static final int SEED = 32;
    private static final String PURPOSE = "P-RECORDS";

    private final CheckpointRows rows;
    private final ServiceKeys leaves;
    private final AccessLog log;
    private final Settings settings;
    private final ShelvedKeys shelved;

    @Inject
    LogKeys(CheckpointRows rows, ServiceKeys leaves, AccessLog log, Settings settings, S3Tiles shelf) {
        this.rows = rows;
        this.leaves = leaves;
        this.log = log;
        this.settings = settings;
        this.shelved = new ShelvedKeys(shelf);
    }

    @Override
    public String origin() {
        return settings.archive().text("log.origin");
    }

    /**
     * Makes the log's first key; and another where the newest was lost with the key ring, or names another log. A database that came back
     * from before a change of key takes the change from the bucket first: an older key does not sign again.
     */
    public void begin() {
        rows.holdKeys();
        shelved.after(known()).forEach(this::adopt);
        List<CheckpointRows.Key> keys = rows.keys();
        if (keys.isEmpty()) {
            add(Caller.archive(Randoms.id().toString()), Optional.empty(), "log.first-key");
        } else if (!isHeld(newest(keys))) {
            add(Caller.archive(Randoms.id().toString()), Optional.of(newest(keys)), "log.key-lost");
        }
    }

    private void adopt(ShelvedKeys.Named named) {
        rows.adopt(named);
        KeyChange change = named.change();
        Caller archive = Caller.archive(Randoms.id().toString());
        log.write(entry(archive, "log.key-found", Optional.of(change.oldKey()), change.newKey()));
    }

    /** Makes another key; it signs from the first checkpoint on that has the entry which tells of it. */
    public VerifierKey change(Caller caller, String rule) {
        rows.holdKeys();
        return add(caller, Optional.of(newest(rows.keys())), rule);
    }

    private static CheckpointRows.Key newest(List<CheckpointRows.Key> keys) {
        return keys.get(keys.size() - 1);
    }

    /**
     * A key as it is told of.
     *
     * @param vkey line of c2sp.org/signed-note
     * @param from the tree size from which on it signs; empty before that is known
     * @param statement the signed note by which the key before names it
     */
    public record Told(int number, String vkey, OptionalLong from, Optional<String> statement) {}

    /** All keys there ever were, oldest first. */
    public List<Told> history() {
        return rows.keys().stream()
                .map(key -> new Told(
                        key.number(),
                        key.key().vkey(),
                        key.from(),
                        key.statement().map(SignedNote::asText)))
                .toList();
    }

    @Override
    public List<VerifierKey> known() {
        return rows.keys().stream().map(CheckpointRows.Key::key).toList();
    }

    @Override
    public List<Change> changes() {
        return rows.keys().stream()
                .flatMap(key -> key.statement().map(note -> new Change(key.number(), note)).stream())
                .toList();
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        List<CheckpointRows.Key> before = rows.keys();
        List<CheckpointRows.Key> keys = stateChanges(before, checkpoint.size()) ? rows.keys() : before;
        SignedNote note = SignedNote.of(checkpoint.text());
        for (int i = 0; i < keys.size(); i++) {
            boolean hasBegun = startOf(keys.get(i)) <= checkpoint.size();
            boolean hasEnded = i + 1 < keys.size() && startOf(keys.get(i + 1)) < checkpoint.size();
            if (hasBegun && !hasEnded && isHeld(keys.get(i))) {
                note = signedBy(keys.get(i).number(), note);
            }
        }
        return note;
    }

    private static long startOf(CheckpointRows.Key key) {
        return key.from().orElse(Long.MAX_VALUE);
    }

    /** A key whose entry the tree of this size has signs from this size on. @return whether there was one */
    private boolean stateChanges(List<CheckpointRows.Key> keys, long size) {
        boolean hasChanged = false;
        for (int i = 1; i < keys.size(); i++) {
            CheckpointRows.Key fresh = keys.get(i);
            if (fresh.from().isEmpty() && fresh.entry().orElse(Long.MAX_VALUE) < size) {
                rows.begin(fresh.number(), size, statement(keys.get(i - 1), fresh, size));
                hasChanged = true;
            }
        }
        return hasChanged;
    }

    /** Signed by the old key and by the new; empty where the old one is lost. */
    private Optional<SignedNote> statement(CheckpointRows.Key old, CheckpointRows.Key fresh, long size) {
        if (!isHeld(old) || !isHeld(fresh)) {
            return Optional.empty();
        }
        SignedNote note = SignedNote.of(new KeyChange(origin(), size, old.key(), fresh.key()).text());
        return Optional.of(signedBy(fresh.number(), signedBy(old.number(), note)));
    }

    private SignedNote signedBy(int number, SignedNote note) {
        try (NoteSigner signer = signer(number)) {
            return note.with(signer.sign(note.text()));
        }
    }

    private VerifierKey add(Caller caller, Optional<CheckpointRows.Key> old, String rule) {
        int number = old.map(CheckpointRows.Key::number).orElse(0) + 1;
        try (NoteSigner fresh = signer(number)) {
            UUID entry = log.write(entry(caller, rule, old.map(CheckpointRows.Key::key), fresh.key()))
                    .get(0)
                    .entry();
            rows.addKey(number, fresh.key(), entry);
            return fresh.key();
        }
    }

    private boolean isHeld(CheckpointRows.Key key) {
        try (NoteSigner signer = signer(key.number())) {
            return signer.key().equals(key.key());
        }
    }

    private NoteSigner signer(int number) {
        try (LeafKey leaf = leaves.logSigning(number)) {
            byte[] seed = leaf.derive(USE, SEED);
            try {
                return new NoteSigner(origin(), seed);
            } finally {
                Arrays.fill(seed, (byte) 0);
            }
        }
    }

    private static Act entry(Caller caller, String rule, Optional<VerifierKey> old, VerifierKey fresh) {
        return new Act(
                caller,
                "key_operation",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.done(rule),
                Act.About.NOBODY,
                Map.of("what", "log key", "old", old.map(VerifierKey::vkey).orElse(""), "new", fresh.vkey()));
    }
}
