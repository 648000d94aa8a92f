package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.keys.KeyRows.PageRow;
import muhafiz.service.keys.KeyStories.Told;
import muhafiz.service.roots.RootHolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Destroyed means destroyed: whoever kept every wrap that was ever written, and has today's roots, opens nothing that was destroyed longer
 * ago than the horizon, and everything that lives is there. Ten thousand random acts on a real PostgreSQL.
 */
class KeyTreeModelTest {
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
        Told told = stories(SEEDS).tell(KeyTree::new);

        assertThat(told.violations()).isEmpty();
        assertThat(told.readable())
                .as("destroyed leaves in reach before their time")
                .isPositive();
        assertThat(told.crashes()).isPositive();
        assertThat(told.restores()).isPositive();
        assertThat(told.merged()).isPositive();
        assertThat(told.declared()).as("quorums replaced").isPositive();
    }

    @Test
    void custodiansWhoDeclareSharesDestroyedAndKeepThemAreFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(KeepsShares::new, leaf -> leaf, "is in reach though certified"))
                .isTrue();
    }

    @Test
    void aTreeThatKeepsThePagesKeyIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(KeepsPageKey::new, leaf -> leaf, "is in reach"))
                .isTrue();
    }

    @Test
    void aTreeThatWrapsUnderAPageItDoesNotHoldIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(WrapsOutsideTheLock::new, leaf -> leaf, "cannot be opened"))
                .isTrue();
    }

    @Test
    void metadataUnderThePersonsKeyIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(KeyTree::new, document -> KeyModel.PERSON, "is in reach"))
                .isTrue();
    }

    @Test
    void aRestoreThatAdoptsNoRootsIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(AdoptsNoRoots::new, leaf -> leaf, "is in reach"))
                .isTrue();
    }

    @Test
    void aRestoreThatRotatesBeforeItGivesPagesAnotherKeyIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(RotatesFirst::new, leaf -> leaf, "is in reach"))
                .isTrue();
    }

    @Test
    void aRestoreThatGivesAnotherKeyOnlyToPagesWhoseDeadCameBackIsFound() throws Exception {
        assertThat(stories(3 * SEEDS).findFault(RenewsWhatItSees::new, leaf -> leaf, "is in reach"))
                .isTrue();
    }

    private static KeyStories stories(int seeds) {
        Map<String, WatchedRoots> holders = new LinkedHashMap<>();
        holders.put("main", new WatchedRoots("main", new MemoryRoots()));
        holders.put("mirror", new WatchedRoots("mirror", new MemoryRoots()));
        return new KeyStories(database, holders, seeds, STEPS);
    }

    /** Wrong on purpose: the key that knew the dead goes on. */
    private static final class KeepsPageKey extends KeyTree {
        KeepsPageKey(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
        }

        @Override
        Keyring keyring(KeyRows keyRows, EpochRows epochRows, PageKeys keys, int most) {
            return new Keyring(keyRows, epochRows, keys, most) {
                @Override
                LeafKey keyAfter(LeafKey old) {
                    return old.copy();
                }
            };
        }
    }

    /** Wrong on purpose: what is declared destroyed is kept. */
    private static final class KeepsShares extends KeyTree {
        KeepsShares(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
        }

        @Override
        boolean custodiansKeepShares() {
            return true;
        }
    }

    /** Wrong on purpose: the page is read once, and not again under the lock. */
    private static final class WrapsOutsideTheLock extends KeyTree {
        WrapsOutsideTheLock(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
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

    /** Wrong on purpose: roots that were made after the copy are left to themselves. */
    private static final class AdoptsNoRoots extends KeyTree {
        AdoptsNoRoots(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
        }

        @Override
        Restored restored(RestoreSteps steps, RootHolders roots, Rotation rotation) {
            return new Restored(steps, roots, rotation) {
                @Override
                void adoptRoots() {}
            };
        }
    }

    /** Wrong on purpose: pages come under a new root with the keys that knew the dead. */
    private static final class RotatesFirst extends KeyTree {
        RotatesFirst(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
        }

        @Override
        Restored restored(RestoreSteps steps, RootHolders roots, Rotation rotation) {
            return new Restored(steps, roots, rotation) {
                @Override
                void renewPages() {
                    rotation.rotate();
                    super.renewPages();
                }
            };
        }
    }

    /** Wrong on purpose: what was made after the copy and forgotten is in no row, and its page is overlooked. */
    private static final class RenewsWhatItSees extends KeyTree {
        RenewsWhatItSees(KeyDatabase database, Map<String, WatchedRoots> holders) {
            super(database, holders);
        }

        @Override
        Keyring keyring(KeyRows keyRows, EpochRows epochRows, PageKeys keys, int most) {
            return new Keyring(keyRows, epochRows, keys, most) {
                @Override
                void renew(UUID page) {
                    if (!keyRows.returnedTo(page).isEmpty()) {
                        super.renew(page);
                    }
                }
            };
        }
    }
}
