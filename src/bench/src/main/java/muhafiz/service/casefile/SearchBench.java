package muhafiz.service.casefile;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import muhafiz.bench.ThreadDatabase;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.search.Likeness;
import muhafiz.domain.search.NamedPerson;
import muhafiz.domain.search.Spelling;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.BenchForgetting;
import muhafiz.service.keys.BenchRing;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.LogWriter;
import muhafiz.service.retention.LargeArchive;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * An officer's search and case list on a real PostgreSQL among a hundredth, a tenth and all of a million cases, beside those of somebody who
 * sees every case: tokens, the question within the searcher's reach, the candidates' parties read, opened and compared, and an entry for
 * each of the twenty shown, committed, as {@code service.search} does it; the policy's decision comes on top, in memory. Then how many are found
 * again whose names are written otherwise.
 */
public final class SearchBench {
    private static final int SEARCHES = 500;
    private static final int OPENED = 300;
    private static final int SHOWN = 20;
    private static final int LISTED = 50;
    private static final int LEAVES = 1000;
    private static final int RESPELLED = 300;
    private static final double MILLIS = 1e6;
    private static final String SAY = """
            select set_config('muhafiz.caller', 'known', true), set_config('muhafiz.account', ?, true),
                set_config('muhafiz.unit', ?, true), set_config('muhafiz.everywhere', ?, true),
                set_config('muhafiz.in_unit', '', true), set_config('muhafiz.assigned', ?, true)""";

    private final PrintStream out = System.out;
    private final ThreadDatabase database;
    private final IndexRows index;
    private final BenchRing ring;
    private final AccessLog log;
    private final Statements sql;
    private final UUID archive;
    private final LargeOffice.Keys keys;

    private SearchBench(ThreadDatabase database, BenchRing ring) {
        this.database = database;
        this.index = new IndexRows(database.source());
        this.ring = ring;
        this.log = LogWriter.over(database.source(), ring);
        this.sql = new Statements(database.source());
        this.archive = sql.one("select archive_id from archive.installation", row -> row.getObject(1, UUID.class));
        this.keys = keys();
    }

    /** @param arguments the folder for the database and the roots, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
                RootKeys roots = BcfksRootKeys.open(home.resolve("roots"));
                Connection owner = stand.ownerDatabase().connect();
                ThreadDatabase database = new ThreadDatabase(stand.appDatabase())) {
            BenchRing.begin(stand.appDatabase().connect(), roots);
            SearchBench bench = new SearchBench(database, BenchRing.of(database.source(), roots));
            try (ThreadDatabase own = new ThreadDatabase(stand.appDatabase(), ThreadDatabase.OWN_WORK)) {
                bench.begin(new IndexRows(own.source()));
            }
            bench.run(owner);
        }
    }

    private LargeOffice.Keys keys() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            ids.add(Randoms.id());
        }
        BenchForgetting.create(database, ring, ids, new Shelf("RC-WP", "2026-01"));
        List<LeafKey> leaves = new ArrayList<>();
        ids.forEach(id -> leaves.add(database.inTransaction(() -> ring.ring().open(id))));
        return new LargeOffice.Keys(ids, leaves, Randoms.id(), LeafKey.fresh());
    }

    /** @param own by which the archive's own work reaches the index */
    private void begin(IndexRows own) {
        own.add(new IndexRows.Generation(keys.generation(), Randoms.id(), false, IndexSource.MAKING, Instant.EPOCH));
        own.complete(keys.generation());
    }

    private void run(Connection owner) throws Exception {
        LargeOffice office = new LargeOffice(owner, archive, keys);
        out.println("| cases | what | officer p50 / p99 ms | who sees all p50 / p99 ms | p99 ratio | found |");
        out.println("|---|---|---|---|---|---|");
        int largest = LargeArchive.largest();
        for (int size : new int[] {largest / 100, largest / 10, largest}) {
            office.growTo(size);
            row(size, "search, document number", number -> numbered(number));
            row(size, "search, name", number -> named(number, Optional.empty()));
            row(
                    size,
                    "search, name and birth",
                    number -> named(number, LargeOffice.person(number).born()));
            list(size);
        }
        for (Spelling spelling : Spelling.values()) {
            recall(largest, spelling);
        }
    }

    /** What is sought, and of whom. */
    private record Sought(Set<Sign> signs, Optional<NamedPerson> person) {}

    private static Sought numbered(long number) {
        return new Sought(Set.of(Sign.ofDocument(LargeOffice.documentNumber(number))), Optional.empty());
    }

    private static Sought named(long number, Optional<String> born) {
        NamedPerson person = LargeOffice.person(number);
        return of(new NamedPerson(person.surname(), person.givenNames(), born, Optional.empty()));
    }

    private static Sought of(NamedPerson person) {
        return new Sought(Sign.of(person), Optional.of(person));
    }

    private void row(int size, String what, LongFunction<Sought> sought) {
        int[] found = new int[1];
        LongConsumer officers = number -> found[0] +=
                shown(sought.apply(number), Searcher.officer(number)).contains(LargeOffice.caseId(number)) ? 1 : 0;
        timed(size, officers);
        timed(size, number -> shown(sought.apply(number), Searcher.ofAll()));
        found[0] = 0;
        Times officer = timed(size, officers);
        Times all = timed(size, number -> shown(sought.apply(number), Searcher.ofAll()));
        print(size, what, officer, all, "%.3f".formatted((double) found[0] / SEARCHES));
    }

    /** The newest fifty. */
    private void list(int size) {
        timed(size, number -> listed(Searcher.officer(number)));
        timed(size, number -> listed(Searcher.ofAll()));
        Times officer = timed(size, number -> listed(Searcher.officer(number)));
        print(size, "case list", officer, timed(size, number -> listed(Searcher.ofAll())), "–");
    }

    private void listed(Searcher searcher) {
        List<Object> values = new ArrayList<>(searcher.within().values());
        values.add(LISTED);
        as(
                searcher,
                () -> sql.all(
                        "select c.id, c.record_class, c.state, c.received_at, c.decide_by from archive.case_file c where "
                                + searcher.within().condition() + " order by c.received_at desc limit ?",
                        row -> row.getObject(1, UUID.class),
                        values.toArray()));
    }

    private void print(int size, String what, Times officer, Times all, String found) {
        out.printf(
                "| %,d | %s | %.1f / %.1f | %.1f / %.1f | %.2f | %s |%n",
                size,
                what,
                officer.at(0.5),
                officer.at(0.99),
                all.at(0.5),
                all.at(0.99),
                officer.at(0.99) / all.at(0.99),
                found);
    }

    /**
     * Who searches: the condition of the decision, and what a transaction of theirs says to the second wall.
     *
     * @param everywhere classes, with commas
     * @param assigned classes, with commas
     */
    private record Searcher(Within within, String account, String unit, String everywhere, String assigned) {
        private static final List<String> CLASSES = List.of("RC-REG", "RC-EXT", "RC-TRP", "RC-PRP", "RC-WP");
        private static final String LISTED = String.join(",", CLASSES);

        static Searcher ofAll() {
            Object classes = CLASSES.toArray(String[]::new);
            return new Searcher(new Within("c.record_class = any(?)", List.of(classes)), "all", "", LISTED, "");
        }

        static Searcher officer(long number) {
            String unit = LargeOffice.unit(number);
            String account = LargeOffice.officer(number);
            Within own = ofAll().within().and("c.unit = ?", unit).and("c.officer = ?", account);
            return new Searcher(own, account, unit, "", LISTED);
        }
    }

    /** In a transaction that says first who searches, as {@code service.wall} does. */
    private <T> T as(Searcher searcher, Callable<T> work) {
        return database.inTransaction(() -> {
            sql.one(
                    SAY,
                    row -> row.getString(1),
                    searcher.account(),
                    searcher.unit(),
                    searcher.everywhere(),
                    searcher.assigned());
            return work.call();
        });
    }

    private record Times(List<Long> nanos) {
        double at(double part) {
            return nanos.get((int) Math.min(nanos.size() - 1, Math.floor(part * nanos.size()))) / MILLIS;
        }
    }

    private static Times timed(int size, LongConsumer search) {
        SplittableRandom random = new SplittableRandom(size);
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            long number = random.nextLong(size);
            long began = System.nanoTime();
            search.accept(number);
            nanos.add(System.nanoTime() - began);
        }
        nanos.sort(null);
        return new Times(nanos);
    }

    /** The cases shown, each with its entry. */
    private List<UUID> shown(Sought sought, Searcher searcher) {
        return as(searcher, () -> {
            List<Candidate> best =
                    candidates(sought, searcher.within()).stream().limit(SHOWN).toList();
            log.writeAll(best.stream().map(SearchBench::act).toList());
            return best.stream().map(Candidate::caseFile).toList();
        });
    }

    private static Act act(Candidate candidate) {
        Caller caller = new Caller(
                "officer",
                "case_officer",
                "RD-1",
                Optional.empty(),
                Caller.Assurance.L2,
                Caller.Request.from("127.0.0.0/24"));
        return new Act(
                caller,
                "search",
                new Act.Ground("P-SERVICE", "LB-LAW"),
                Act.Outcome.done("grant.case_officer"),
                new Act.About(Set.of(candidate.person()), Optional.empty(), Optional.of(candidate.caseFile())),
                Map.of("asked", "search", "policy", "1", "query", "a name, a day"));
    }

    private record Candidate(UUID caseFile, UUID person, double likeness) {}

    /** Best first. */
    private List<Candidate> candidates(Sought sought, Within within) {
        List<byte[]> tokens = sought.signs().stream()
                .map(sign -> sign.token(keys.generationKey()))
                .toList();
        List<UUID> cases = index.find(keys.generation(), tokens, within, OPENED).cases();
        Map<UUID, List<Party>> parties = new HashMap<>();
        sql.all(
                        "select id, case_id, leaf_id, sealed from archive.case_party where case_id = any(?)",
                        row -> new Party(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getBytes(4)),
                        (Object) cases.toArray(UUID[]::new))
                .forEach(party -> parties.computeIfAbsent(party.leaf(), any -> new ArrayList<>())
                        .add(party));
        List<Candidate> found = new ArrayList<>();
        ring.ring()
                .lend(
                        parties.keySet(),
                        (leaf, key) -> parties.getOrDefault(leaf, List.of()).forEach(party -> {
                            Map<String, String> fields = open(key, party);
                            sought.person()
                                    .map(person -> Likeness.of(person, PartyFields.person(fields)))
                                    .orElse(Optional.of(1.0))
                                    .ifPresent(alike -> found.add(new Candidate(party.caseFile(), party.id(), alike)));
                        }));
        found.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        return found;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Party(UUID id, UUID caseFile, UUID leaf, byte[] hidden) {}

    private Map<String, String> open(LeafKey key, Party party) {
        byte[] plain =
                Opener.open(key, new SealContext(archive, party.id(), party.leaf(), CaseFields.PARTY), party.hidden());
        Map<String, String> fields = new HashMap<>();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(plain))) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(name -> fields.put(name, object.getString(name)));
        }
        return fields;
    }

    /** Sought by a name written otherwise and the day of birth, by somebody who sees all; found where shown, or as alike as the last shown. */
    private void recall(int size, Spelling spelling) {
        SplittableRandom random = new SplittableRandom(size);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < RESPELLED; i++) {
            long number = random.nextLong(size);
            NamedPerson known = LargeOffice.person(number);
            NamedPerson sought = spelling.respelled(known, i);
            List<Candidate> found = as(
                    Searcher.ofAll(),
                    () -> candidates(of(sought), Searcher.ofAll().within()));
            double last = found.stream()
                    .limit(SHOWN)
                    .mapToDouble(Candidate::likeness)
                    .min()
                    .orElse(2);
            if (found.stream()
                    .noneMatch(one -> one.caseFile().equals(LargeOffice.caseId(number)) && one.likeness() >= last)) {
                missed.add(known.surname() + " " + known.givenNames() + " as " + sought.surname() + " "
                        + sought.givenNames());
            }
        }
        out.printf(
                "recall of %s with the day of birth among %,d cases: %.3f of %d; missed: %s%n",
                spelling, size, 1 - (double) missed.size() / RESPELLED, RESPELLED, missed);
    }
}
