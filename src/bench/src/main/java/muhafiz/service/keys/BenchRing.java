package muhafiz.service.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.roots.RootHolders;

/**
 * A key ring for measurements of what stands on it.
 *
 * @param ring over the data source's transactions
 * @param serviceKeys on the same
 */
public record BenchRing(Keyring ring, ServiceKeys serviceKeys) {
    /** With one root holder; the epoch was made before. */
    public static BenchRing of(DataSource database, RootKeys roots) {
        EpochRows epochs = new EpochRows(database);
        EpochKeys epochKeys = new EpochKeys(epochs, new RootHolders(Map.of("main", roots)));
        Keyring ring = new Keyring(new KeyRows(database), epochs, new PageKeys(epochKeys));
        return new BenchRing(ring, new ServiceKeys(database, ring, InstantSource.system()));
    }

    /** Makes the first epoch over a connection of its own. */
    public static void begin(Connection connection, RootKeys roots) throws SQLException {
        try (TimedDatabase database = new TimedDatabase(connection)) {
            new TimedRing(database, roots).rotate();
        }
    }
}
