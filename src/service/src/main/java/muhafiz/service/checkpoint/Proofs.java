package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.service.log.Awaited;
import muhafiz.service.log.Sequencer;
import muhafiz.service.log.TreeRows;

/** Proofs of entries in the newest checkpoint that was shown. */
@ApplicationScoped
public class Proofs {
    private static final Duration SLICE = Duration.ofMillis(250);

    private final TreeRows tree;
    private final CheckpointRows rows;
    private final Awaited awaited;
    private final Sequencer sequencer;
    private final News news;

    @Inject
    Proofs(TreeRows tree, CheckpointRows rows, Awaited awaited, Sequencer sequencer, News news) {
        this.tree = tree;
        this.rows = rows;
        this.awaited = awaited;
        this.sequencer = sequencer;
        this.news = news;
    }

    /** The newest checkpoint; empty where none was shown yet. */
    public Optional<Published> newest() {
        return rows.newest();
    }

    /**
     * The proof of the entry at a place; empty where no checkpoint has it yet.
     *
     * @param extra what is to stand in the proof beside it
     */
    public Optional<TlogProof> of(long seq, Optional<byte[]> extra) {
        return rows.newest()
                .filter(shown -> shown.size() > seq)
                .map(shown -> new TlogProof(
                        extra, seq, InclusionProof.of(seq, shown.size(), tree).path(), shown.note()));
    }

    /** The checkpoint that has an entry which was just committed; empty where there is none within {@code longest}. */
    public Optional<Published> covering(UUID entry, Duration longest) {
        sequencer.hurry();
        OptionalLong place = awaited.placeOf(entry, longest);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        long slices = Math.max(1, longest.dividedBy(SLICE));
        Optional<Published> shown = Optional.empty();
        for (long slice = 0; slice < slices && shown.isEmpty(); slice++) {
            shown = soon(place.getAsLong());
        }
        return shown;
    }

    private Optional<Published> soon(long seq) {
        long before = news.count();
        Optional<Published> shown = having(seq);
        if (shown.isEmpty()) {
            pause(before);
        }
        return shown.isPresent() ? shown : having(seq);
    }

    private Optional<Published> having(long seq) {
        return rows.newest().filter(shown -> shown.size() > seq);
    }

    private void pause(long before) {
        try {
            news.awaitMoreThan(before, SLICE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
