package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;

/** The transactions of {@link Counters}; each may be repeated. */
@ApplicationScoped
@Transactional
class CounterTurn {
    private static final int SOME = 500;
    /** Entries of one person that were lost side by side are fewer. */
    private static final int LOOKED_AHEAD = 64;

    private final LogRows rows;
    private final Keyring keyring;

    @Inject
    CounterTurn(LogRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    public List<LogRows.Counter> some(int year, UUID after) {
        return rows.counters(year, after, SOME);
    }

    public void mend(int year, LogRows.Counter counter) {
        try (LeafKey key = keyring.open(counter.leaf())) {
            byte[] logKey = EntryKeys.of(key);
            byte[] tagKey = LogLeaf.tagKey(logKey);
            Arrays.fill(logKey, (byte) 0);
            long reached = reached(tagKey, counter.entries());
            Arrays.fill(tagKey, (byte) 0);
            if (reached > counter.entries()) {
                rows.count(counter.subject(), year, reached);
            }
        } catch (ForgottenException e) {
            // Nobody can number under a key that is gone.
            return;
        }
    }

    private long reached(byte[] tagKey, long counted) {
        long reached = counted;
        boolean more = true;
        while (more) {
            long from = reached + 1;
            long last = LongStream.range(from, from + LOOKED_AHEAD)
                    .filter(number -> rows.hasTag(LogLeaf.subjectTag(tagKey, number)))
                    .max()
                    .orElse(reached);
            more = last > reached;
            reached = last;
        }
        return reached;
    }
}
