package muhafiz.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.LogScene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many acts of one transaction have the entries that each would have had by itself: one for each person, numbered without a gap. */
class ManyActsAtOnceTest {
    private static LogScene scene;

    private final List<Act> told = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        scene = LogScene.start();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void eachPersonsEntriesAreNumberedFromTheLastWithoutAGapAndTellTheirOwnAct() throws SQLException {
        AccessLog writer = writer();
        UUID known = scene.person();
        UUID fresh = scene.person();
        scene.inTransaction(() -> writer.write(act("before", known)));
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            acts.add(i % 3 == 0 ? act("both " + i, known, fresh) : act("one " + i, i % 2 == 0 ? known : fresh));
        }
        acts.add(act("nobody"));

        scene.inTransaction(() -> {
            writer.writeAll(acts);
            return acts;
        });
        scene.inTransaction(() -> writer.write(act("after", fresh)));

        List<String> ofKnown = new ArrayList<>(List.of("before"));
        List<String> ofFresh = new ArrayList<>();
        for (Act act : acts) {
            String what = act.more().getOrDefault("what", "");
            if (act.about().persons().contains(known)) {
                ofKnown.add(what);
            }
            if (act.about().persons().contains(fresh)) {
                ofFresh.add(what);
            }
        }
        ofFresh.add("after");
        assertThat(tellingOf(known)).containsExactlyElementsOf(ofKnown);
        assertThat(tellingOf(fresh)).containsExactlyElementsOf(ofFresh);
        assertThat(scene.arrivals()).hasSize(ofKnown.size() + ofFresh.size() + 1);
        assertThat(told).hasSize(acts.size() + 2);
    }

    /** What the person's entries tell, by the numbers from 1 up to the first that no entry has. */
    private static List<String> tellingOf(UUID person) throws SQLException {
        UUID leaf = scene.keysOf(person).iterator().next();
        byte[] logKey = scene.inTransaction(() -> {
            try (LeafKey key = scene.keyring().open(leaf)) {
                return EntryKeys.of(key);
            }
        });
        List<LogLeaf> all = scene.arrivals().stream().map(LogLeaf::decode).toList();
        List<String> telling = new ArrayList<>();
        Optional<LogLeaf> next = numbered(all, logKey, 1);
        while (next.isPresent()) {
            Inside inside = next.get().open(logKey).orElseThrow();
            assertThat(inside.subject()).contains(person);
            telling.add(inside.more().get("what"));
            next = numbered(all, logKey, telling.size() + 1);
        }
        return telling;
    }

    private static Optional<LogLeaf> numbered(List<LogLeaf> all, byte[] logKey, long number) {
        byte[] tag = LogLeaf.subjectTag(LogLeaf.tagKey(logKey), number);
        return all.stream()
                .filter(leaf -> Arrays.equals(leaf.subjectTag(), tag))
                .findFirst();
    }

    private static Act act(String what, UUID... persons) {
        return new Act(
                Caller.archive(UUID.randomUUID().toString()),
                "shred",
                new Act.Ground("P-RECORDS", ""),
                Act.Outcome.done("archive.destruction"),
                new Act.About(Set.of(persons), Optional.of(UUID.randomUUID()), Optional.empty()),
                Map.of("what", what));
    }

    private AccessLog writer() {
        LogRows rows = new LogRows(scene.source());
        return new AccessLog(
                rows,
                new Numbering(rows, scene.keyring()),
                new SequencingWatch(rows, InstantSource.system()),
                scene.keyring(),
                scene.serviceKeys(),
                InstantSource.system(),
                listening());
    }

    @SuppressWarnings("unchecked")
    private Event<Act> listening() {
        return (Event<Act>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    told.add((Act) arguments[0]);
                    return null;
                });
    }
}
