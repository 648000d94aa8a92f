package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muhafiz.service.evidence.EvidenceRows.Day;
import muhafiz.store.S3Tiles;

/**
 * Stamped checkpoints beside the log's tiles: {@code log/timestamps/<day>} is the record, {@code log/timestamps/<day>.checkpoint} the note
 * it is over. Safe for all threads.
 */
@ApplicationScoped
class StampCopies {
    private static final String FOLDER = "timestamps/";
    private static final String NOTE = ".checkpoint";
    private static final int SOME = 100;

    private final EvidenceTurn turn;
    private final S3Tiles shelf;

    @Inject
    StampCopies(EvidenceTurn turn, S3Tiles shelf) {
        this.turn = turn;
        this.shelf = shelf;
    }

    /** Copies what is not there yet, or was renewed since. */
    void bring() {
        List<Day> some = turn.uncopied(SOME);
        while (!some.isEmpty()) {
            for (Day day : some) {
                shelf.put(FOLDER + day.day() + NOTE, day.note());
                shelf.put(FOLDER + day.day(), day.record());
                turn.copied(day);
            }
            some = turn.uncopied(SOME);
        }
    }

    /** The note that was stamped on that day, if it is there. */
    Optional<byte[]> note(LocalDate day) {
        return shelf.get(FOLDER + day + NOTE);
    }
}
