package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.config.Settings;
import muhafiz.service.roots.RootHolders;

/** Shows how the roots are, and takes the word of those who say that a holder is no more. Safe for all threads. */
@ApplicationScoped
public class RootWatch {
    private static final String SHARE = "share-";

    private final EpochRows rows;
    private final QuorumRows quorums;
    private final RootHolders holders;
    private final Optional<QuorumSettings> quorum;

    @Inject
    RootWatch(EpochRows rows, QuorumRows quorums, RootHolders holders, Settings settings) {
        this.rows = rows;
        this.quorums = quorums;
        this.holders = holders;
        this.quorum = QuorumSettings.in(settings.archive());
    }

    @Transactional
    public RootState state() {
        return rows.state();
    }

    public int mirrors() {
        return holders.mirrors();
    }

    /** Roots of quorums that were replaced, and of which a share may still be somewhere. */
    @Transactional
    public Set<String> oldQuorums() {
        String current =
                quorum.isPresent() ? quorums.newest().map(QuorumRows.Kept::root).orElse("") : "";
        Set<String> old = new TreeSet<>();
        rows.copies().stream()
                .filter(copy -> copy.place().startsWith(SHARE) && !copy.root().equals(current))
                .map(EpochRows.Copy::root)
                .forEach(old::add);
        return old;
    }

    /** Whether shares still lie where they were written, for custodians to take away. */
    public boolean hasSharesToTakeAway() {
        return quorum.filter(QuorumSettings::hasSharesToTakeAway).isPresent();
    }

    /** Whether that share of a quorum that was replaced may still be somewhere. */
    @Transactional
    public boolean isOldShare(String root, int share) {
        return oldQuorums().contains(root)
                && rows.copies().stream()
                        .anyMatch(
                                copy -> copy.root().equals(root) && copy.place().equals(SHARE + share));
    }

    /**
     * Somebody answers for it that a share of a replaced quorum was destroyed. In the caller's transaction.
     *
     * @return whether the quorum's root is gone with it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean declareShareDestroyed(String root, int share) {
        return rows.copyIsGone(root, SHARE + share, true);
    }

    /** Names under which roots still live, though no holder of that name is configured. */
    @Transactional
    public Set<String> missingHolders() {
        Set<String> missing = new TreeSet<>();
        rows.copies().stream()
                .map(EpochRows.Copy::place)
                .filter(place -> !holders.isHolder(place) && !place.startsWith(SHARE))
                .forEach(missing::add);
        return missing;
    }

    /**
     * Somebody answers for it that a holder was destroyed with all its roots. In the caller's transaction.
     *
     * @return how many roots it had
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int declareDestroyed(String holder) {
        if (holders.isHolder(holder)) {
            throw new IllegalArgumentException("a configured holder is asked, not declared destroyed");
        }
        Set<EpochRows.Copy> copies = new HashSet<>(rows.copies());
        copies.removeIf(copy -> !copy.place().equals(holder));
        copies.forEach(copy -> rows.copyIsGone(copy.root(), copy.place(), true));
        return copies.size();
    }
}
