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
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.KeyChange;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/**
 * The log's signing keys: leaves of the key ring, never files. Each but the first is named by a statement that the one before it signed,
 * and by an entry; the checkpoint that first has the entry is signed by both.
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

    @Inject
    LogKeys(CheckpointRows rows, ServiceKeys leaves, AccessLog log, Settings settings) {
        this.rows = rows;
        this.leaves = leaves;
        this.log = log;
        this.settings = settings;
    }

    /** A key that has been named, and how. */
    public record Named(int number, VerifierKey key, OptionalLong from, Optional<SignedNote> statement) {}

    @Override
    public String origin() {
        return settings.archive().text("log.origin");
    }

    /** Makes the log's first key; and another where the newest was lost with the key ring, or names another log. */
    public void begin() {
        rows.holdKeys();
        List<CheckpointRows.Key> keys = rows.keys();
        if (keys.isEmpty()) {
            add(Caller.archive(Randoms.id().toString()), keys, "log.first-key");
        } else if (!isHeld(keys.get(keys.size() - 1))) {
            add(Caller.archive(Randoms.id().toString()), keys, "log.key-lost");
        }
    }

    /** Another key from the next checkpoint on. */
    public Named change(Caller caller, String rule) {
        rows.holdKeys();
        CheckpointRows.Key made = add(caller, rows.keys(), rule);
        return new Named(made.number(), made.key(), made.from(), made.statement());
    }

    /** All keys there ever were, oldest first. */
    public List<Named> history() {
        return rows.keys().stream()
                .map(key -> new Named(key.number(), key.key(), key.from(), key.statement()))
                .toList();
    }

    @Override
    public List<VerifierKey> known() {
        return rows.keys().stream().map(CheckpointRows.Key::key).toList();
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint, long before) {
        List<CheckpointRows.Key> keys = rows.keys();
        SignedNote note = SignedNote.of(checkpoint.text());
        for (int i = 0; i < keys.size(); i++) {
            boolean hasBegun = i == 0 || startOf(keys.get(i)) < checkpoint.size();
            boolean hasEnded = i + 1 < keys.size() && startOf(keys.get(i + 1)) < before;
            if (hasBegun && !hasEnded && isHeld(keys.get(i))) {
                note = signedBy(keys.get(i).number(), note);
            }
        }
        return note;
    }

    private static long startOf(CheckpointRows.Key key) {
        return key.from().orElse(Long.MAX_VALUE);
    }

    private SignedNote signedBy(int number, SignedNote note) {
        try (NoteSigner signer = signer(number)) {
            return note.with(signer.sign(note.text()));
        }
    }

    private CheckpointRows.Key add(Caller caller, List<CheckpointRows.Key> keys, String rule) {
        int number = keys.isEmpty() ? 1 : keys.get(keys.size() - 1).number() + 1;
        try (NoteSigner fresh = signer(number)) {
            Optional<CheckpointRows.Key> last = keys.stream().reduce((older, newer) -> newer);
            Optional<SignedNote> statement = last.map(old -> statement(old, fresh));
            UUID entry =
                    log.write(entry(caller, rule, last, fresh.key())).get(0).entry();
            CheckpointRows.Key made = new CheckpointRows.Key(number, fresh.key(), OptionalLong.empty(), statement);
            rows.addKey(made, entry);
            return made;
        }
    }

    /** Signed by the old key, where it is still held, and by the new one. */
    private SignedNote statement(CheckpointRows.Key old, NoteSigner fresh) {
        SignedNote note = SignedNote.of(new KeyChange(old.key(), fresh.key()).text());
        SignedNote vouched = isHeld(old) ? signedBy(old.number(), note) : note;
        return vouched.with(fresh.sign(vouched.text()));
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

    private static Act entry(Caller caller, String rule, Optional<CheckpointRows.Key> old, VerifierKey fresh) {
        return new Act(
                caller,
                "key_operation",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.done(rule),
                Act.About.NOBODY,
                Map.of(
                        "what",
                        "log key",
                        "old",
                        old.map(key -> key.key().vkey()).orElse(""),
                        "new",
                        fresh.vkey()));
    }
}
