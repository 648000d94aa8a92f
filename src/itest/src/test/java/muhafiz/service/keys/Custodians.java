package muhafiz.service.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.QuorumShare;
import muhafiz.crypto.keys.QuorumShares;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.home.PrivateFiles;

/** Those who keep the shares of the quorum: as files in a folder, of which nothing is left when they are destroyed. */
final class Custodians {
    private static final int NEED = 2;
    private static final int OF = 3;

    private final KeyDatabase database;
    private final Path folder = RunningArchive.homeOf("custodians");
    private int declared;

    Custodians(KeyDatabase database) {
        this.database = database;
        keepOnly(List.of());
    }

    /** @param longest that a pair serves */
    QuorumSettings settings(Duration longest) {
        return new QuorumSettings(NEED, OF, longest, folder);
    }

    /** How many pairs they declared destroyed. */
    int declared() {
        return declared;
    }

    /** The pair, joined by whoever gets at all shares there are; empty where they are too few. */
    Optional<Quorum> joined(String name) {
        List<QuorumShare> shares = QuorumShares.read(folder).stream()
                .filter(share -> share.quorum().equals(name))
                .toList();
        return shares.size() < NEED ? Optional.empty() : Optional.of(Quorum.of(shares));
    }

    /** Destroys the shares of every pair that has been replaced, and says so. */
    void destroyReplaced(KeyTree tree) {
        Set<String> replaced = names(
                "select id from keyring.root where of_quorum and gone_at is null"
                        + " and id in (select root from keyring.quorum) and id not in (select root from keyring.newest_quorum())");
        if (!tree.custodiansKeepShares()) {
            destroy(share -> replaced.contains(share.quorum()));
        }
        for (String name : replaced) {
            for (int share = 1; share <= OF; share++) {
                tree.declareShareDestroyed(name, share);
            }
            declared++;
        }
    }

    /** After a restore: pairs that were made since the copy are known to nobody any more. */
    void destroyUnknown() {
        Set<String> known = names("select id from keyring.root where of_quorum");
        destroy(share -> !known.contains(share.quorum()));
    }

    private Set<String> names(String question) {
        try {
            return database.read(question, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void destroy(Predicate<QuorumShare> which) {
        List<QuorumShare> left = new ArrayList<>(QuorumShares.read(folder));
        if (left.removeIf(which)) {
            keepOnly(left);
        }
    }

    private void keepOnly(List<QuorumShare> left) {
        try {
            PrivateFiles.remove(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        QuorumShares.write(folder, left);
    }
}
