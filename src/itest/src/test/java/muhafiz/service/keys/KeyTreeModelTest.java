package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.keys.KeyRows.PageRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Destroyed means destroyed: whoever kept every wrap that was ever written, and has today's roots, opens nothing that was destroyed longer
 * ago than the horizon, and everything that lives is there. Ten thousand random acts on a real PostgreSQL.
 */
class KeyTreeModelTest {
    private static final System.Logger LOG = System.getLogger(KeyTreeModelTest.class.getName());
    private static final int SEEDS = 100;
    private static final int STEPS = 100;

    private static KeyDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = KeyDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whatLivesIsThereAndWhatWasDestroyedIsInNobodysReachAfterTheHorizon() throws Exception {
        Told told = tell(KeyTree::new, SEEDS, leaf -> leaf);

        assertThat(told.violations()).isEmpty();
        assertThat(told.readable())
                .as("destroyed leaves in reach before their time")
                .isPositive();
        assertThat(told.crashes()).isPositive();
    }

    @Test
    void aTreeThatKeepsThePagesKeyIsFound() throws Exception {
        assertThat(tell(KeepsPageKey::new, 20, leaf -> leaf).violations())
                .anyMatch(found -> found.contains("is in reach"));
    }

    @Test
    void aTreeThatWrapsUnderAPageItDoesNotHoldIsFound() throws Exception {
        assertThat(tell(WrapsOutsideTheLock::new, 20, leaf -> leaf).violations())
                .anyMatch(found -> found.contains("cannot be opened"));
    }

    @Test
    void metadataUnderThePersonsKeyIsFound() throws Exception {
        assertThat(tell(KeyTree::new, 20, document -> KeyModel.PERSON).violations())
                .anyMatch(found -> found.contains("is in reach"));
    }

    private record Told(List<String> violations, int readable, int crashes) {}

    private static Told tell(Function<KeyDatabase, KeyTree> made, int seeds, UnaryOperator<UUID> aboutUnder)
            throws Exception {
        List<String> violations = new ArrayList<>();
        int readable = 0;
        int crashes = 0;
        long first = System.nanoTime();
        LOG.log(System.Logger.Level.INFO, "seeds {0} and the next {1}", Long.toString(first), seeds - 1);
        for (long seed = first; seed < first + seeds; seed++) {
            database.empty();
            KeyModel model = new KeyModel(made.apply(database), seed, aboutUnder);
            for (int step = 0; step < STEPS; step++) {
                model.step();
            }
            model.look();
            for (String violation : model.violations()) {
                violations.add("seed " + seed + ": " + violation);
            }
            readable += model.readableAfterDestruction();
            crashes += model.crashes();
        }
        return new Told(violations, readable, crashes);
    }

    /** Wrong on purpose: the key that knew the dead goes on. */
    private static final class KeepsPageKey extends KeyTree {
        KeepsPageKey(KeyDatabase database) {
            super(database);
        }

        @Override
        Keyring keyring(KeyRows rows, EpochRows epochRows, PageKeys pageKeys, int most) {
            return new Keyring(rows, epochRows, pageKeys, most) {
                @Override
                LeafKey keyAfter(LeafKey old) {
                    return old.copy();
                }
            };
        }
    }

    /** Wrong on purpose: the page is read once, and not again under the lock. */
    private static final class WrapsOutsideTheLock extends KeyTree {
        WrapsOutsideTheLock(KeyDatabase database) {
            super(database);
        }

        @Override
        KeyRows rows(DataSource source) {
            Map<String, PageRow> read = new HashMap<>();
            return new KeyRows(source) {
                @Override
                Optional<PageRow> pageWithRoom(Shelf shelf, int most) {
                    Optional<PageRow> now = super.pageWithRoom(shelf, most);
                    return now.map(
                            page -> read.compute(page.id().toString(), (id, before) -> before == null ? page : before));
                }
            };
        }
    }
}
