package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.Test;

/** The re-linker finds each join that an archive may have made by mistake, so that its silence says something. */
class RelinkerTest {
    private static final long SECOND = 1_790_000_000L;
    private static final UUID PERSON = UUID.fromString("3d0c5bb1-6f58-4a3e-9a57-1c1f2b7d4e01");
    private static final UUID DOCUMENT = UUID.fromString("9be2a6d4-0c4f-4f0b-8c1e-5a7e90c3d202");
    private static final UUID LEAF = UUID.fromString("c74f18e0-25b3-4d86-b0aa-e3d1967f5a03");
    private static final byte[] NAME = "Silinmisova".getBytes(StandardCharsets.UTF_8);
    private static final Relinker.Known KNOWN =
            new Relinker.Known(Set.of(PERSON.toString(), DOCUMENT.toString()), List.of(NAME), SECOND, 1);

    private final LeafKey key = LeafKey.fresh();
    private final LogLeaf entry = entry(key, PERSON, new byte[16]);
    private final LogLeaf another = entry(LeafKey.fresh(), new UUID(2, 2), new byte[16]);

    private static LogLeaf entry(LeafKey key, UUID person, byte[] actor) {
        PublicPart shown = new PublicPart(SECOND, actor, "portal", "ingest", "P-SERVICE", "LB-LAW", "done", "rule");
        byte[] random = ByteBuffer.allocate(32)
                .putLong(person.getLeastSignificantBits())
                .putLong(actor[0])
                .array();
        Inside inside =
                new Inside(Optional.of(person), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), random);
        return LogLeaf.seal(shown, inside, key.derive("log", 32), random, 1);
    }

    private static Snapshot.Row row(String table, long xmin, Object... values) {
        Map<String, Object> named = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1]);
        }
        return new Snapshot.Row(table, xmin, named);
    }

    private static Snapshot.Row placed(LogLeaf leaf, long xmin, String seq) {
        return row("archive.log_entry", xmin, "seq", seq, "leaf", leaf.encoded());
    }

    private static Snapshot.Row document(long xmin, Object... more) {
        List<Object> values = new ArrayList<>(List.of(more));
        values.addAll(List.of("id", DOCUMENT.toString(), "leaf_id", LEAF.toString()));
        return row("archive.document", xmin, values.toArray());
    }

    /** The ways by which the entry, and no other, is reached. */
    private Set<String> ways(Thief.Haul haul, Snapshot.Row... rows) {
        Map<String, Set<String>> reached = new Relinker(List.of(new Snapshot(List.of(rows))), haul).reached(KNOWN);
        assertThat(reached.values())
                .allMatch(entries -> entries.equals(Set.of(new TreeHash(entry.leafHash()).toString())));
        return reached.keySet();
    }

    private static Thief.Haul nothing() {
        return new Thief.Haul(Map.of(), Map.of());
    }

    @Test
    void whatIsShuffledAmongOthersIsNotReached() {
        assertThat(ways(nothing(), document(7), placed(entry, 9, "1"), placed(another, 9, "0")))
                .isEmpty();
    }

    @Test
    void aLivingKeyOpensAndFindsIt() {
        Thief.Haul haul = new Thief.Haul(Map.of(LEAF, List.of(key)), Map.of());

        assertThat(ways(haul, document(7), placed(entry, 9, "1"), placed(another, 9, "0")))
                .contains("opened", "tagged");
    }

    @Test
    void anIdInClearNamesIt() {
        String id = UUID.randomUUID().toString();
        Snapshot.Row index = row("archive.log_index", 9, "seq", "1", "entry_id", id);

        assertThat(ways(nothing(), document(7, "receipt", id), index, placed(entry, 9, "1"), placed(another, 9, "0")))
                .containsExactly("named");
        assertThat(ways(
                        nothing(),
                        row("bucket", 0, "path", DOCUMENT + "/original/0", "user.label", id),
                        index,
                        placed(entry, 9, "1"),
                        placed(another, 9, "0")))
                .containsExactly("named");
    }

    @Test
    void anIdBesideTheEntryTellsOfIt() {
        assertThat(ways(
                        nothing(),
                        row("archive.log_index", 9, "seq", "1", "document_id", DOCUMENT.toString()),
                        placed(entry, 9, "1"),
                        placed(another, 9, "0")))
                .containsExactly("told beside it");
        assertThat(ways(
                        nothing(),
                        row("archive.log_entry", 9, "seq", "1", "leaf", entry.encoded(), "subject", PERSON.toString()),
                        placed(another, 9, "0")))
                .containsExactly("told beside it");
    }

    @Test
    void aSaltATagAndAHashNameIt() {
        for (byte[] mark : List.of(entry.salt(), entry.subjectTag(), entry.leafHash(), entry.commitment())) {
            assertThat(ways(nothing(), document(7, "mark", mark), placed(entry, 9, "1"), placed(another, 9, "0")))
                    .containsExactly("named");
        }
    }

    @Test
    void whatIsSealedUnderALivingKeyNamesIt() {
        String tag = new TreeHash(entry.subjectTag()).toString();

        assertThat(ways(
                        new Thief.Haul(Map.of(), Map.of(LEAF, "{\"receipt\":\"" + tag + "\"}")),
                        document(7),
                        placed(entry, 9, "1"),
                        placed(another, 9, "0")))
                .containsExactly("named");
    }

    @Test
    void aSharedTransactionJoins() {
        assertThat(ways(
                        nothing(),
                        document(7),
                        row("archive.log_arrival", 7, "leaf", entry.encoded()),
                        placed(entry, 9, "1"),
                        placed(another, 9, "0")))
                .contains("same transaction");
    }

    @Test
    void aBatchOfItsOwnJoins() {
        assertThat(ways(nothing(), document(7), placed(entry, 9, "0"), placed(another, 12, "1")))
                .containsExactly("same batch");
    }

    @Test
    void aSecondOfItsOwnJoins() {
        assertThat(ways(nothing(), placed(entry, 9, "0"))).containsExactly("same second");
    }

    @Test
    void aTokenOfWhatIsKnownIsGuessed() {
        LeafKey month = LeafKey.fresh();
        LogLeaf told = entry(key, PERSON, BlindToken.of(month, "actor", NAME));
        Map<String, Set<String>> reached = new Relinker(
                        List.of(new Snapshot(List.of(placed(told, 9, "1"), placed(another, 9, "0")))),
                        new Thief.Haul(Map.of(LEAF, List.of(month)), Map.of()))
                .reached(KNOWN);

        assertThat(reached).containsOnlyKeys("guessed");
    }
}
