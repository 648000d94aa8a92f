package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import muhafiz.crypto.keys.LeafKey;

/**
 * Every statement, every call of a holder and every commit of a deed, as a recorded run of it showed them; and the same deed again and
 * again, each time ended before or after another of them, as by a server that dies there. The next server asks for the deed once more.
 */
final class FaultPoints {
    /** As long as somebody may need who waits for nobody. */
    private static final long NOT_HELD_UP_MILLIS = 100;

    private final KeyDatabase database;
    private final Map<String, WatchedRoots> holders;
    private final KeyScene.Deed deed;
    private final List<String> points;

    FaultPoints(KeyDatabase database, Map<String, WatchedRoots> holders, KeyScene.Deed deed) throws Exception {
        this.database = database;
        this.holders = holders;
        this.deed = deed;
        this.points = recorded();
    }

    /** In the order in which they come; each twice, as there is a before and an after. */
    List<String> points() {
        return points;
    }

    private List<String> recorded() throws Exception {
        List<String> seen = new ArrayList<>();
        KeyScene scene = scene();
        scene.listen(new KeyDatabase.Listener() {
            @Override
            public void before(String what, Map<Integer, Object> values) {
                scene.adversary().before(what, values);
                seen.add("before " + what);
            }

            @Override
            public void after(String what, Map<Integer, Object> values) {
                seen.add("after " + what);
            }
        });
        deed.by(scene);
        scene.listen(scene.adversary());
        scene.check();
        return seen;
    }

    int dieAtEach() throws Exception {
        return dieWhere(point -> true);
    }

    int dieWhere(IntPredicate chosen) throws Exception {
        int deaths = 0;
        for (int point : IntStream.range(0, points.size()).filter(chosen).toArray()) {
            KeyScene scene = scene();
            scene.listen(new Death(scene, point, () -> {}));
            diesAt(scene, point);
            finish(scene);
            deaths++;
        }
        return deaths;
    }

    /** At the same moment another node makes a leaf, and opens two whose pages may be about to move. */
    int dieAtEachBesideAnotherNode() throws Exception {
        int deaths = 0;
        for (int point = 0; point < points.size(); point++) {
            KeyScene scene = scene();
            OtherNode other = new OtherNode();
            scene.listen(new Death(scene, point, other::meanwhile));
            diesAt(scene, point);
            other.finish(scene);
            finish(scene);
            deaths++;
        }
        return deaths;
    }

    private KeyScene scene() throws Exception {
        KeyScene scene = new KeyScene(database, holders);
        deed.prepare(scene);
        return scene;
    }

    private void diesAt(KeyScene scene, int point) {
        try {
            deed.by(scene);
        } catch (Died died) {
            return;
        }
        throw new AssertionError("there was no " + points.get(point) + " (" + point + ") this time");
    }

    private void finish(KeyScene scene) throws Exception {
        scene.listen(scene.adversary());
        scene.restart();
        deed.by(scene);
        scene.check();
    }

    /** Of the thread that does the deed, at one point. */
    private final class Death implements KeyDatabase.Listener {
        private final Thread dying = Thread.currentThread();
        private final KeyScene scene;
        private final int point;
        private final Runnable justBefore;
        private int seen;

        Death(KeyScene scene, int point, Runnable justBefore) {
            this.scene = scene;
            this.point = point;
            this.justBefore = justBefore;
        }

        @Override
        public void before(String what, Map<Integer, Object> values) {
            scene.adversary().before(what, values);
            pass("before " + what);
        }

        @Override
        public void after(String what, Map<Integer, Object> values) {
            pass("after " + what);
        }

        private void pass(String what) {
            if (Thread.currentThread() == dying && seen++ == point) {
                assertThat(what).isEqualTo(points.get(point));
                justBefore.run();
                throw new Died();
            }
        }
    }

    /** Another server, that remembers nothing yet either. */
    private final class OtherNode {
        private final UUID made = new UUID(2, 2);
        private final KeyTree tree = new KeyTree(database, holders);
        private final LeafKey key = LeafKey.fresh();
        private CompletableFuture<Void> creating = CompletableFuture.completedFuture(null);
        private CompletableFuture<List<String>> opening = CompletableFuture.completedFuture(List.of());

        /** Goes on behind the dying one's locks, where it must wait for them. */
        void meanwhile() {
            creating = CompletableFuture.runAsync(() -> tree.create(made, key, KeyScene.SHELF));
            opening = CompletableFuture.supplyAsync(
                    () -> KeyScene.neighbours().stream().map(this::opened).toList());
            try {
                CompletableFuture.allOf(creating, opening).get(NOT_HELD_UP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException heldUp) {
                return;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private String opened(UUID leaf) {
            try (LeafKey opened = tree.open(leaf)) {
                return KeyScene.fingerprint(opened);
            }
        }

        void finish(KeyScene scene) throws Exception {
            creating.get(10, TimeUnit.SECONDS);
            assertThat(opening.get(10, TimeUnit.SECONDS))
                    .isEqualTo(KeyScene.neighbours().stream()
                            .map(scene.living::get)
                            .toList());
            scene.living.put(made, KeyScene.fingerprint(key));
        }
    }
}
