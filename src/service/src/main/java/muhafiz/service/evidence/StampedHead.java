package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.service.checkpoint.CheckpointSigner;
import muhafiz.service.checkpoint.KnownHead;

/**
 * The newest checkpoint that was stamped, as it lies in the bucket: a database that came back does not know it, and somebody may have been
 * shown it. Looked for within a month; one that no key of this log signed is somebody else's.
 */
@ApplicationScoped
class StampedHead implements KnownHead {
    private static final int DAYS = 31;

    private final StampCopies copies;
    private final CheckpointSigner signer;
    private final InstantSource clock;

    @Inject
    StampedHead(StampCopies copies, CheckpointSigner signer, InstantSource clock) {
        this.copies = copies;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "time stamp";
    }

    @Override
    public Optional<Known> newest() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (int back = 0; back <= DAYS; back++) {
            Optional<Known> known = copies.note(tomorrow.minusDays(back)).flatMap(this::known);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private Optional<Known> known(byte[] bytes) {
        SignedNote note = SignedNote.parse(new String(bytes, StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        return checkpoint.origin().equals(signer.origin())
                        && !note.signedBy(signer.known()).isEmpty()
                ? Optional.of(new Known(checkpoint.size(), Optional.of(checkpoint.root())))
                : Optional.empty();
    }
}
