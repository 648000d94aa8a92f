package muhafiz.itest.forgotten;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;

/**
 * Joins entries of the log with a person, by whatever old and new databases, the bucket and the living keys give. An entry counts as
 * reached where it alone, or together with as many as one act writes, is left.
 */
final class Relinker {
    private static final List<String> SPACES = List.of("duplicate", "number", "access-code", "actor", "login");

    /**
     * What somebody knows.
     *
     * @param ids of the person, the cases and documents, their versions and leaves
     * @param facts name, numbers, file: whatever a token may have been made of
     * @param second of an upload, as the log writes it
     * @param entriesOfAnAct how many entries one upload of this person has written
     */
    record Known(Set<String> ids, List<byte[]> facts, long second, int entriesOfAnAct) {}

    /** An entry, and what the databases said of it. */
    private static final class Entry {
        private final LogLeaf leaf;
        private final Set<Long> written = new TreeSet<>();
        private final Set<String> marks = new TreeSet<>();
        private final Set<String> beside = new TreeSet<>();
        private Optional<Inside> inside = Optional.empty();

        private Entry(LogLeaf leaf) {
            this.leaf = leaf;
        }
    }

    private final List<Snapshot> snapshots;
    private final Thief.Haul haul;
    private final Map<String, Entry> entries = new TreeMap<>();

    Relinker(List<Snapshot> snapshots, Thief.Haul haul) {
        this.snapshots = snapshots;
        this.haul = haul;
        snapshots.forEach(this::takeEntries);
        entries.values().forEach(entry -> entry.inside = opened(entry.leaf));
    }

    private void takeEntries(Snapshot snapshot) {
        Map<String, Snapshot.Row> index = new HashMap<>();
        snapshot.of("archive.log_index").forEach(row -> index.put(row.text("seq"), row));
        for (String table : List.of("archive.log_entry", "archive.log_arrival")) {
            for (Snapshot.Row row : snapshot.of(table)) {
                LogLeaf leaf = LogLeaf.decode(row.bytes("leaf"));
                Entry entry = entries.computeIfAbsent(hex(leaf.leafHash()), hash -> new Entry(leaf));
                entry.written.add(row.xmin());
                entry.marks.addAll(List.of(
                        hex(leaf.leafHash()), hex(leaf.subjectTag()), hex(leaf.commitment()), hex(leaf.salt())));
                for (Snapshot.Row said : List.of(row, index.getOrDefault(row.text("seq"), row))) {
                    entry.beside.add(text(said));
                    Optional.ofNullable((String) said.values().get("entry_id"))
                            .ifPresent(id -> entry.marks.add(id.replace("-", "")));
                }
            }
        }
    }

    private Optional<Inside> opened(LogLeaf leaf) {
        return haul.keys().values().stream()
                .flatMap(List::stream)
                .flatMap(key -> leaf.open(key.derive("log", 32)).stream())
                .findFirst();
    }

    /** Leaf hashes of the entries reached, by the way they were reached; ways without any are left out. */
    Map<String, Set<String>> reached(Known known) {
        Map<String, Set<String>> reached = new TreeMap<>();
        reached.put(
                "opened",
                those(entry ->
                        entry.inside.filter(inside -> isAbout(inside, known)).isPresent()));
        reached.put("tagged", tagged(known));
        reached.put("named", named(known));
        reached.put("told beside it", those(entry -> entry.beside.stream().anyMatch(row -> holdsAnId(row, known))));
        reached.put("guessed", guessed(known));
        reached.put("same transaction", few(sameTransaction(known), known));
        reached.put("same batch", few(sameBatch(known), known));
        reached.put("same second", few(those(entry -> isUnopenedUpload(entry, known)), known));
        reached.values().removeIf(Set::isEmpty);
        return reached;
    }

    private Set<String> those(Predicate<Entry> wanted) {
        Set<String> hashes = new TreeSet<>();
        entries.forEach((hash, entry) -> {
            if (wanted.test(entry)) {
                hashes.add(hash);
            }
        });
        return hashes;
    }

    private static Set<String> few(Set<String> candidates, Known known) {
        return candidates.size() <= known.entriesOfAnAct() ? candidates : Set.of();
    }

    private static boolean isAbout(Inside inside, Known known) {
        List<String> named = new ArrayList<>(inside.more().values());
        List.of(inside.subject(), inside.document(), inside.caseFile())
                .forEach(id -> id.ifPresent(one -> named.add(one.toString())));
        return named.stream().anyMatch(known.ids()::contains);
    }

    /** Tags under the keys of leaves that some row gives to the person. */
    private Set<String> tagged(Known known) {
        Set<String> tags = new TreeSet<>();
        rowsOf(known)
                .forEach(row -> keysOf(row).forEach(key -> {
                    byte[] tagKey = LogLeaf.tagKey(key.derive("log", 32));
                    for (long n = 1; n <= entries.size(); n++) {
                        tags.add(hex(LogLeaf.subjectTag(tagKey, n)));
                    }
                }));
        return those(entry -> tags.contains(hex(entry.leaf.subjectTag())));
    }

    private List<LeafKey> keysOf(Snapshot.Row row) {
        return Optional.ofNullable((String) row.values().get("leaf_id"))
                .map(leaf -> haul.keys().getOrDefault(UUID.fromString(leaf), List.of()))
                .orElse(List.of());
    }

    /** Rows and objects outside the log that hold an id of the person. */
    private List<Snapshot.Row> rowsOf(Known known) {
        return snapshots.stream()
                .flatMap(snapshot -> snapshot.rows().stream())
                .filter(row -> !row.isOfTheLog())
                .filter(row -> holdsAnId(text(row), known))
                .toList();
    }

    private static boolean holdsAnId(String text, Known known) {
        return known.ids().stream().anyMatch(id -> text.contains(id.replace("-", "")));
    }

    /** Entries of which such a row, or what is sealed under its leaf, holds an id, salt, tag, commitment or hash. */
    private Set<String> named(Known known) {
        StringBuilder said = new StringBuilder();
        rowsOf(known).forEach(row -> {
            said.append(text(row)).append('\n');
            Optional.ofNullable((String) row.values().get("leaf_id"))
                    .map(UUID::fromString)
                    .map(haul.fields()::get)
                    .ifPresent(field -> said.append(field.replace("-", "")).append('\n'));
        });
        String all = said.toString();
        return those(entry -> entry.marks.stream().anyMatch(all::contains));
    }

    /** Everything a row says: bytes in hexadecimal, ids without their dashes. */
    private static String text(Snapshot.Row row) {
        StringBuilder text = new StringBuilder();
        row.values().values().forEach(value -> {
            if (value instanceof byte[] bytes) {
                text.append(hex(bytes)).append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
            } else {
                text.append(value.toString().replace("-", ""));
            }
            text.append('\n');
        });
        return text.toString();
    }

    /** Entries that hold a token of something known under any living key. */
    private Set<String> guessed(Known known) {
        Set<String> tokens = new TreeSet<>();
        haul.keys().values().stream()
                .flatMap(List::stream)
                .forEach(key -> SPACES.forEach(space ->
                        known.facts().forEach(fact -> tokens.add(hex(BlindToken.of(key, space, fact))))));
        return those(entry -> tokens.stream().anyMatch(hex(entry.leaf.encoded())::contains)
                || entry.inside
                        .filter(inside -> inside.more().values().stream().anyMatch(tokens::contains))
                        .isPresent());
    }

    private Set<String> sameTransaction(Known known) {
        Set<Long> acts = acts(known);
        return those(entry -> entry.written.stream().anyMatch(acts::contains));
    }

    private Set<Long> acts(Known known) {
        Set<Long> acts = new TreeSet<>();
        rowsOf(known).forEach(row -> acts.add(row.xmin()));
        acts.remove(0L);
        return acts;
    }

    /** The upload that was given its place by the first transaction after one that wrote rows of the person. */
    private Set<String> sameBatch(Known known) {
        Set<Long> batches = new TreeSet<>();
        for (long act : acts(known)) {
            entries.values().stream()
                    .flatMap(entry -> entry.written.stream())
                    .filter(written -> written >= act)
                    .min(Long::compare)
                    .ifPresent(batches::add);
        }
        return those(entry ->
                isUnopenedUpload(entry, known) && entry.written.stream().anyMatch(batches::contains));
    }

    /** By elimination: what a living key opens is another's. */
    private static boolean isUnopenedUpload(Entry entry, Known known) {
        return entry.leaf.publicPart().action().equals("ingest")
                && entry.leaf.publicPart().epochSecond() == known.second()
                && entry.inside.filter(inside -> !isAbout(inside, known)).isEmpty();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
