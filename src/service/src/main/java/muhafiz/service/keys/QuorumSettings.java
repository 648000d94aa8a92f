package muhafiz.service.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muhafiz.crypto.keys.QuorumPair;
import muhafiz.crypto.keys.QuorumShare;
import muhafiz.crypto.keys.QuorumShares;
import muhafiz.service.config.ArchiveProperties;

/**
 * The custodians' quorum as configured.
 *
 * @param need shares that open
 * @param of shares that are made
 * @param longest that a key pair serves; a day or more
 * @param folder where the shares of a new pair are laid, for the custodians to take away
 */
record QuorumSettings(int need, int of, Duration longest, Path folder) {
    /** The next rotation might come too late. */
    private static final Duration BEFOREHAND = Duration.ofHours(26);

    QuorumSettings {
        QuorumShare.checkSize(need, of);
    }

    /** Empty where there is to be no quorum. */
    static Optional<QuorumSettings> in(ArchiveProperties keys) {
        if (keys.text("quorum.of").isEmpty()) {
            return Optional.empty();
        }
        if (keys.text("quorum.folder").isEmpty()) {
            throw new IllegalArgumentException("quorum.folder is needed where quorum.of is given, was empty");
        }
        return Optional.of(new QuorumSettings(
                keys.count("quorum.need"),
                keys.count("quorum.of"),
                Duration.ofDays(keys.count("quorum.days")),
                Path.of(keys.text("quorum.folder"))));
    }

    /** The same, where no pair that serves now goes on. */
    QuorumSettings anew() {
        return new QuorumSettings(need, of, Duration.ZERO, folder);
    }

    /** Whether that pair may go on; it has to have served for the newest epoch until now. */
    boolean mayGoOn(QuorumRows.Kept kept, long newest, Instant now) {
        return kept.need() == need
                && kept.shares() == of
                && kept.vouchedIn() == newest
                && kept.bornAt().plus(longest).isAfter(now.plus(BEFOREHAND));
    }

    /** A new pair, whose shares lie in the folder and nowhere else; durable on return. */
    QuorumPair make(String name) {
        QuorumPair pair = QuorumPair.make(name, need, of);
        QuorumShares.write(folder, pair.shares());
        return pair;
    }

    boolean hasSharesToTakeAway() {
        return QuorumShares.anyIn(folder);
    }
}
