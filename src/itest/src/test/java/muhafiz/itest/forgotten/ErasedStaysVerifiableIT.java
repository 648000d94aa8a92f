package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.log.Outsider;
import muhafiz.itest.log.Stalled;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two persons are erased who uploaded in the same second as a third. The log verifies as before, their receipts too; of their entries
 * nobody, with every state that database and bucket ever had, and every living key, finds one.
 */
class ErasedStaysVerifiableIT {
    private static final int ROTATIONS_UNTIL_GONE = 8;
    private static final int TRIES = 20;
    private static final Duration SOON = Duration.ofSeconds(30);
    /** A passport speaks of the applicant alone. */
    private static final int ENTRIES_OF_AN_UPLOAD = 1;

    private static final String PURPOSE = "/log/entries?purpose=P-OVERSIGHT";

    private static RunningArchive archive;
    private static final Loot LOOT = new Loot();
    private static final List<Snapshot> SNAPSHOTS = new ArrayList<>();

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("erased");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    /** Somebody with a document, and the receipt of it. */
    private record Person(String surname, Lodged lodged, Sample sample, String document, String leafHash) {}

    @Test
    @DisplayName("AU-3: of an erased person the log still verifies, and no entry reveals the person")
    void whoWasErasedIsReachedByNobodyAndTheLogStillVerifies() throws Exception {
        List<Person> crowd = crowd();
        Person erased = crowd.get(0);
        Person another = crowd.get(1);
        Person living = crowd.get(2);
        for (Person person : crowd) {
            archive.awaitRead(person.document());
            archive.staff("officer").content(person.document(), "P-SERVICE").require(200);
        }
        String subject = applicantOf(erased);
        String decision = decision(subject);
        assertThat(actions("&subject=" + subject + "&decision=" + decision)).contains("ingest", "read_content");
        Relinker.Known known = known(erased);
        Relinker.Known alive = known(living);
        List<TreeHash> hashesBefore = look();
        Outsider outsider = Outsider.of(archive, "erased");
        outsider.downloads().require(0);
        List<String> receipts = crowd.stream()
                .map(person -> outsider.keep(person.surname() + ".receipt", receipt(person)))
                .toList();

        assertThat(relinker().reached(known))
                .containsKeys("opened", "tagged", "named", "same batch", "same second")
                .hasEntrySatisfying("named", entries -> assertThat(entries).contains(erased.leafHash()))
                .hasEntrySatisfying("opened", entries -> assertThat(entries).hasSizeGreaterThan(4));

        UUID order = erase(erased, another);
        assertThat(actions("&subject=" + subject)).isEmpty();
        assertThat(actions("&document=" + erased.document())).isEmpty();
        archive.client("auditor")
                .get(PURPOSE + "&subject=" + subject + "&decision=" + decision)
                .require(403);
        for (int rotation = 0; rotation < ROTATIONS_UNTIL_GONE; rotation++) {
            LOOT.take(archive);
            archive.client("custodian").post("/api/v1/keys/rotations", "{}").require(200);
        }
        List<TreeHash> hashesAfter = look();

        Relinker relinker = relinker();
        assertThat(relinker.reached(known)).isEmpty();
        assertThat(relinker.reached(alive)).containsKeys("opened", "tagged", "named");
        assertThat(hashesAfter).startsWith(hashesBefore.toArray(TreeHash[]::new));
        assertThat(MerkleTree.root(hashesAfter.subList(0, hashesBefore.size())))
                .isEqualTo(MerkleTree.root(hashesBefore));
        assertThat(MerkleTree.root(hashesAfter)).hasToString(text("select encode(root, 'hex') from archive.log_head"));
        outsider.downloads().require(0);
        outsider.verify("log", outsider.mirror()).require(0);
        for (int i = 0; i < crowd.size(); i++) {
            String bytes = outsider.keep("sample", crowd.get(i).sample().bytes());
            outsider.verify("receipt", receipts.get(i), "--document", bytes).require(0);
        }
        requireProven(outsider, order, applicantOf(living));
    }

    /** The certificate of what was erased, in both parts; and the listing of somebody who lives, without a gap. */
    private static void requireProven(Outsider outsider, UUID order, String subject) {
        byte[] certificate = archive.client("auditor")
                .get("/api/v1/destructions/" + order + "/certificate?purpose=P-OVERSIGHT")
                .require(200)
                .body();
        byte[] listing = archive.client("auditor")
                .get("/log/listings/" + subject + "?purpose=P-OVERSIGHT&decision=" + decision(subject))
                .require(200)
                .body();

        assertThat(new String(certificate, StandardCharsets.UTF_8)).contains("\"part\":1", "\"part\":2");
        outsider.verify("certificate", outsider.keep("certificate.json", certificate))
                .require(0);
        String file = outsider.keep("listing.json", listing);
        outsider.downloads().require(0);
        outsider.verify("listing", file, "--log", outsider.mirror()).require(0);
        String cut = new String(listing, StandardCharsets.UTF_8).replaceFirst("\\{\"index\".*?\\},", "");
        assertThat(outsider.verify("listing", outsider.keep("cut.json", cut.getBytes(StandardCharsets.UTF_8)))
                        .require(1)
                        .words())
                .contains("is missing in the listing");
    }

    private static byte[] receipt(Person person) {
        return Patience.until(
                        SOON,
                        () -> archive.portal().client().get("/api/v1/documents/" + person.document() + "/receipt"),
                        answer -> answer.status() == 200)
                .body();
    }

    /** Three whose uploads the log gives one second, and whose entries get their places in one batch. */
    private static List<Person> crowd() throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Person> crowd = uploadsAtOnce(attempt);
            awaitAllPlaced();
            Set<Long> seconds = new HashSet<>();
            crowd.forEach(person -> seconds.add(secondOf(person)));
            if (seconds.size() == 1) {
                return crowd;
            }
        }
        throw new AssertionError("no three uploads fell into one second");
    }

    private static List<Person> uploadsAtOnce(int attempt) throws Exception {
        List<Lodged> lodged = new ArrayList<>();
        List<String> surnames = List.of("Silinmisova", "Silinenova", "Yasayanova");
        surnames.forEach(name -> lodged.add(archive.portal().lodge(Forms.workPermit("RD-1", name))));
        awaitAllPlaced();
        awaitAnotherSecond();
        Stalled sequencer = Stalled.in(LogBook.bySuperuser(archive));
        ExecutorService threads = Executors.newFixedThreadPool(surnames.size());
        try {
            List<Callable<Person>> uploads = new ArrayList<>();
            for (int i = 0; i < surnames.size(); i++) {
                Sample sample = Sample.pdf(surnames.get(i) + " " + attempt);
                String name = surnames.get(i);
                Lodged own = lodged.get(i);
                uploads.add(() -> upload(name, own, sample));
            }
            List<Person> crowd = new ArrayList<>();
            for (Future<Person> upload : threads.invokeAll(uploads)) {
                crowd.add(upload.get());
            }
            return crowd;
        } finally {
            sequencer.goOn();
            threads.shutdown();
        }
    }

    /** Lodging is an entry of the same kind: in one second with the upload, neither would be reached by elimination. */
    private static void awaitAnotherSecond() {
        long lodged = Instant.now().getEpochSecond();
        Patience.until(SOON, "a second that has no lodging", () -> Instant.now().getEpochSecond() > lodged);
    }

    private static Person upload(String name, Lodged lodged, Sample sample) {
        var received =
                archive.portal().upload(lodged, "passport", sample).require(201).json();
        return new Person(
                name,
                lodged,
                sample,
                received.getString("id"),
                received.getJsonObject("receipt").getString("leafHash"));
    }

    private static void awaitAllPlaced() {
        Patience.until(
                SOON,
                "every entry has its place",
                () -> text("select count(*) from archive.log_arrival").equals("0"));
    }

    /** Takes everything there is now; @return the tree's leaves, each of them checked against its entry */
    private static List<TreeHash> look() {
        awaitAllPlaced();
        LOOT.take(archive);
        SNAPSHOTS.add(Snapshot.of(archive));
        List<TreeHash> hashes = new ArrayList<>();
        LogBook.of(archive)
                .query(
                        "select i.seq, i.leaf_hash, e.leaf from archive.log_index i"
                                + " join archive.log_entry e on e.seq = i.seq order by i.seq",
                        row -> {
                            assertThat(row.getLong(1)).isEqualTo(hashes.size());
                            assertThat(LogLeaf.leafHash(row.getBytes(3))).isEqualTo(row.getBytes(2));
                            hashes.add(new TreeHash(row.getBytes(2)));
                        });
        return hashes;
    }

    private static Relinker relinker() {
        return new Relinker(
                SNAPSHOTS,
                Thief.haul(
                        LOOT,
                        archive.home().resolve("roots"),
                        Path.of("target", "relinkers-roots").toAbsolutePath()));
    }

    private static UUID erase(Person... persons) {
        StringBuilder targets = new StringBuilder();
        for (Person person : persons) {
            String file = caseOf(person);
            targets.append(targets.isEmpty() ? "" : " union all ")
                    .append("select 'case', uuid('" + file + "') union all select 'person', subject_id"
                            + " from archive.case_party where case_id = '" + file + "'");
        }
        UUID order = Orders.of(archive).order(targets.toString());
        Orders.of(archive).awaitCarriedOut(order);
        return order;
    }

    private static Relinker.Known known(Person person) throws Exception {
        String file = caseOf(person);
        Set<String> ids = new HashSet<>();
        LogBook.of(archive).query("""
                        select case_id, id, version_id, leaf_id from archive.document where case_id = '%1$s'
                        union all select case_id, id, subject_id, leaf_id from archive.case_party where case_id = '%1$s'
                        union all select id, id, id, leaf_id from archive.case_file where id = '%1$s'
                        union all select s.id, s.id, s.leaf_id, l.leaf_id from archive.data_subject s
                            join archive.subject_log_key l on l.subject_id = s.id
                            join archive.case_party p on p.subject_id = s.id where p.case_id = '%1$s'""".formatted(file), row -> {
            for (int column = 1; column <= 4; column++) {
                ids.add(row.getString(column));
            }
        });
        byte[] bytes = person.sample().bytes();
        List<byte[]> facts = List.of(
                person.surname().getBytes(StandardCharsets.UTF_8),
                person.lodged().number().replace("-", "").getBytes(StandardCharsets.US_ASCII),
                "C01234567".getBytes(StandardCharsets.US_ASCII),
                MessageDigest.getInstance("SHA-256").digest(bytes),
                bytes);
        return new Relinker.Known(ids, facts, secondOf(person), ENTRIES_OF_AN_UPLOAD);
    }

    /** As the entry has it, which is written a little after the document was received. */
    private static long secondOf(Person person) {
        List<Long> seconds = new ArrayList<>();
        LogBook.of(archive)
                .query(
                        "select e.leaf from archive.log_index i join archive.log_entry e on e.seq = i.seq"
                                + " where i.leaf_hash = decode('" + person.leafHash() + "', 'hex')",
                        row -> seconds.add(
                                LogLeaf.decode(row.getBytes(1)).publicPart().epochSecond()));
        return seconds.get(0);
    }

    private static String caseOf(Person person) {
        return text("select case_id from archive.document where id = '" + person.document() + "'");
    }

    private static String applicantOf(Person person) {
        return text("select subject_id from archive.case_party where role = 'applicant' and case_id = '"
                + caseOf(person) + "'");
    }

    private static String decision(String subject) {
        Instant now = Instant.now();
        return archive.client("dpo")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", """
                        {"subject":"%s","from":"1970-01-01T00:00:00Z","to":"%s","reason":"complaint","until":"%s"}""".formatted(
                                subject, now.plus(Duration.ofDays(1)), now.plus(Duration.ofHours(1))))
                .require(201)
                .json()
                .getString("id");
    }

    private static List<String> actions(String filters) {
        awaitAllPlaced();
        Answer answer = archive.client("auditor").get(PURPOSE + filters).require(200);
        return answer.json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("action"))
                .toList();
    }

    private static String text(String question) {
        return Orders.of(archive).text(question);
    }
}
