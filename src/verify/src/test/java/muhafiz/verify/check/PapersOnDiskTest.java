package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.paper.AnswerManifest;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.DisposedItem;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.paper.ReceivedDocument;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tree.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersOnDiskTest {
    private static final int PERSON = 1;
    private static final byte[] PASSPORT = "a passport".getBytes();
    private static final UUID DOCUMENT = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
    private static final UUID ORDER = UUID.fromString("fedcba98-7654-4210-bedc-ba9876543210");
    private static final ReceivedDocument RECEIVED =
            new ReceivedDocument(DOCUMENT, "passport", PASSPORT.length, Sha256.of(PASSPORT), TestLog.filled(6));

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog();

    @BeforeEach
    void fill() {
        log.append(PERSON, 1, Map.of());
        log.append(
                PERSON,
                2,
                Optional.of(DOCUMENT),
                Map.of("received", HexFormat.of().formatHex(RECEIVED.commitment())));
        log.append(2, 1, Map.of("order", ORDER.toString(), "part", "1"));
        log.append(PERSON, 3, Map.of());
    }

    private Spoken check(String command, Path file, Object... more) {
        var words = new ArrayList<Object>(
                List.of(command, file, "--vkey", log.signer().key().vkey()));
        words.addAll(List.of(more));
        return Spoken.of(words.toArray());
    }

    private String receipt(boolean open) {
        var shown = log.proven(1);
        var opening = new Receipt.Opening(shown.inside().orElseThrow(), RECEIVED);
        var receipt = new Receipt(shown.leaf(), open ? Optional.of(opening) : Optional.empty());
        return new TlogProof(Optional.of(receipt.extra()), 1, shown.path(), log.note()).asText();
    }

    @Test
    void aReceiptHoldsForItsDocumentAndForNoOther() {
        Path receipt = TestLog.put(temp, "receipt", receipt(true).getBytes());
        Path passport = TestLog.put(temp, "passport", PASSPORT);
        Path other = TestLog.put(temp, "other", "a passpert".getBytes());

        assertThat(check("receipt", receipt).text()).contains("kind: passport", "index: 1");
        assertThat(check("receipt", receipt, "--document", passport).code()).isZero();
        assertThat(check("receipt", receipt, "--document", other).text()).startsWith("BROKEN at " + other);
    }

    @Test
    void theAuditorsReceiptHoldsAndSaysNothingOfTheDocument() {
        Path receipt = TestLog.put(temp, "receipt", receipt(false).getBytes());

        assertThat(check("receipt", receipt).code()).isZero();
        assertThat(check("receipt", receipt).text()).doesNotContain("passport");
        assertThat(check("receipt", receipt, "--document", receipt).code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void everyChangedByteOfAReceiptIsFound() {
        byte[] receipt = receipt(true).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < receipt.length; at++) {
            byte[] changed = receipt.clone();
            changed[at] ^= 1;

            assertThat(check("receipt", TestLog.put(temp, "changed", changed)).code())
                    .as("byte %d", at)
                    .isNotZero();
        }
    }

    private PersonListing listing(long count, long... indexes) {
        var year = new PersonListing.Year(2026, LogLeaf.tagKey(TestLog.filled(PERSON)), count);
        return new PersonListing(
                log.note(),
                List.of(year),
                Arrays.stream(indexes).mapToObj(log::proven).toList());
    }

    private Path write(PersonListing listing) {
        return TestLog.put(temp, "listing.json", listing.json().toString().getBytes());
    }

    @Test
    void aListingWithoutAGapHolds() {
        Path folder = log.write(temp.resolve("log"));

        assertThat(check("listing", write(listing(3, 0, 1, 3))).text()).contains("entries: 3");
        assertThat(check("listing", write(listing(3, 0, 1, 3)), "--log", folder).code())
                .isZero();
    }

    @Test
    void aGapOfAListingIsNamed() {
        assertThat(check("listing", write(listing(3, 0, 3))).text()).contains("entry number 2 of 3 is missing");
    }

    @Test
    void anEntryBeyondTheCountIsFoundInTheLog() {
        Path folder = log.write(temp.resolve("log"));

        assertThat(check("listing", write(listing(2, 0, 1))).code()).isZero();
        assertThat(check("listing", write(listing(2, 0, 1)), "--log", folder).text())
                .startsWith("BROKEN at entry 3: it is this person's, number 3 of 2026");
    }

    private DestructionCertificate certificate(long second) {
        var part = new DestructionCertificate.Part(1, Instant.ofEpochSecond(second), log.proven(2));
        return new DestructionCertificate(ORDER, log.note(), List.of(part));
    }

    @Test
    void aCertificateHolds() {
        Path file = TestLog.put(
                temp, "c.json", certificate(TestLog.TIME).json().toString().getBytes());
        Path forged = TestLog.put(
                temp, "f.json", certificate(TestLog.TIME + 1).json().toString().getBytes());

        assertThat(check("certificate", file).text()).contains("keysDestroyedAt: 2026-11-22T00:00:00Z");
        assertThat(check("certificate", forged).text()).startsWith("BROKEN at certificate: part 1");
    }

    private DestructionAct.Signed act(String rule) {
        var item = new DisposedItem(
                "case", ORDER, "RC-WP", "RC-WP", LocalDate.parse("2026-11-01"), "shred", Optional.empty(), ORDER);
        var frozen = new DestructionAct.Frozen(ORDER, LocalDate.parse("2026-11-22"), "f".repeat(64));
        var act = new DestructionAct(frozen, List.of(), List.of(new DestructionAct.Taken(item, ORDER, false)));
        long index = log.append(1, 9, Map.of("act", act.digest()));
        var note = SignedNote.of(act.text()).with(log.signer().sign(act.text() + rule));
        return new DestructionAct.Signed(
                act, note, Optional.of(new DestructionAct.Signed.Proof(log.note(), log.proven(index))));
    }

    @Test
    void anActHolds() {
        Path file = TestLog.put(temp, "a.json", act("").json().toString().getBytes());
        Path forged = TestLog.put(temp, "b.json", act("more").json().toString().getBytes());

        assertThat(check("act", file).text()).contains("items: 1");
        assertThat(check("act", forged).text()).startsWith("BROKEN at act");
    }

    @Test
    void whatIsNoPaperIsNotChecked() {
        Path file = TestLog.put(temp, "x", "nonsense".getBytes());

        for (String command : List.of("receipt", "listing", "certificate", "act", "package")) {
            assertThat(check(command, file).code()).as(command).isEqualTo(Checker.NOT_CHECKED);
        }
    }

    private Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put("documents/passport.pdf", PASSPORT);
        files.put("documents/passport.tlog-proof", receipt(true).getBytes());
        files.put("readings.json", listing(3, 0, 1, 3).json().toString().getBytes());
        files.put("data.json", "{\"a\":1}".getBytes());
        return files;
    }

    private byte[] manifest(Map<String, byte[]> files, NoteSigner signer) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, content) -> hashes.put(name, HexFormat.of().formatHex(Sha256.of(content))));
        String text = new AnswerManifest("DSR-1", log.note(), hashes).text();
        return SignedNote.of(text).with(signer.sign(text)).encoded();
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return TestLog.put(temp, "answer.zip", bytes.toByteArray());
    }

    @Test
    void anAnswerPackageHolds() throws IOException {
        var files = files();
        files.put("manifest.note", manifest(files, log.signer()));

        var spoken = check("package", zip(files));

        assertThat(spoken.text()).contains("about: DSR-1", "files: 4", "papers: 2");
        assertThat(spoken.code()).isZero();
    }

    @Test
    void aChangedMissingOrAddedFileOfAPackageIsNamed() throws IOException {
        var files = files();
        byte[] manifest = manifest(files, log.signer());
        files.put("manifest.note", manifest);

        files.put("data.json", "{\"a\":2}".getBytes());
        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at data.json");
        files.remove("data.json");
        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at data.json: it is missing");
        files.put("data.json", "{\"a\":1}".getBytes());
        files.put("more.txt", new byte[1]);
        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at a file of the package");
        files.remove("more.txt");
        files.remove("manifest.note");
        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at manifest.note");
    }

    @Test
    void aPackageSignedBySomebodyElseIsFound() throws IOException {
        var files = files();
        files.put("manifest.note", manifest(files, new NoteSigner(TestLog.ORIGIN, TestLog.filled(8))));

        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at manifest.note: it is signed by no key");
    }

    @Test
    void aRetiredKeySignsNoLaterPackage() throws IOException {
        var before = log.signer();
        var after = new NoteSigner(TestLog.ORIGIN, TestLog.filled(8));
        String text = new KeyChange(TestLog.ORIGIN, 3, before.key(), after.key()).text();
        var statement = SignedNote.of(text).with(before.sign(text)).with(after.sign(text));
        String history = "{\"items\":[{\"statement\":" + Json.createValue(statement.asText()) + "}]}";
        Path file = TestLog.put(temp, "history.json", history.getBytes());
        Object[] trust = {"package", temp.resolve("answer.zip"), "--vkey", before.key(), "--key-changes", file};
        log.sign(after);

        for (NoteSigner signer : List.of(after, before)) {
            var files = files();
            files.put("manifest.note", manifest(files, signer));
            zip(files);
            boolean retired = signer.equals(before);
            assertThat(Spoken.of(trust).text())
                    .startsWith(retired ? "BROKEN at manifest.note: it is signed by no key" : "holds");
        }
        log.sign(before);
        var files = files();
        files.put("manifest.note", manifest(files, before));
        zip(files);
        assertThat(Spoken.of(trust).text())
                .startsWith("BROKEN at manifest.note: the checkpoint of size 4 is not signed by the log's key");
    }

    @Test
    void theCheckpointOfAPackageIsCosignedAsRequired() throws IOException {
        var files = files();
        files.put("manifest.note", manifest(files, log.signer()));
        try (var witness = new Cosigner("witness.example", TestLog.filled(5))) {
            assertThat(check("package", zip(files), "--witness", witness.key()).text())
                    .startsWith("BROKEN at manifest.note: the checkpoint of size 4 is cosigned by 0");
        }
    }

    @Test
    void whatIsTooLargeForItsKindIsNotRead() throws IOException {
        var files = files();
        files.put("manifest.note", new byte[2_000_000]);
        assertThat(check("package", zip(files)).text()).startsWith("not checked: manifest.note is larger than 1000000");

        files = files();
        files.put("documents/long.tlog-proof", new byte[2_000_000]);
        files.put("manifest.note", manifest(files, log.signer()));
        assertThat(check("package", zip(files)).text()).startsWith("not checked: documents/long.tlog-proof is larger");
    }

    @Test
    void dataThatIsNoPaperIsOnlyHashed() throws IOException {
        var files = files();
        files.put("list.json", "[1]".getBytes());
        files.put("nested.json", "{\"a\":{\"format\":\"muhafiz person listing v1\"},\"b\":[1]}".getBytes());
        files.put("late.json", "{\"a\":[{}],\"format\":\"muhafiz person listing v1\"}".getBytes());
        files.put("manifest.note", manifest(files, log.signer()));

        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at late.json");
        files.remove("late.json");
        files.put("manifest.note", manifest(without(files), log.signer()));
        assertThat(check("package", zip(files)).text()).contains("files: 6", "papers: 2");
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files) {
        var others = new TreeMap<>(files);
        others.remove("manifest.note");
        return others;
    }

    @Test
    void whatRanOutOfMemoryWasNotChecked() {
        var bytes = new ByteArrayOutputStream();
        var checker = new Checker(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> {
            throw new OutOfMemoryError("no room");
        });
        Path file = TestLog.put(temp, "x", new byte[1]);
        var keys = AuthorityKeys.fresh(Instant.ofEpochSecond(TestLog.TIME));
        Path anchor = TestLog.put(temp, "anchor.pem", keys.anchor().getBytes(StandardCharsets.US_ASCII));

        assertThat(checker.run("evidence", file.toString(), file.toString(), "--anchor", anchor.toString()))
                .isEqualTo(Checker.NOT_CHECKED);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("not checked: ")
                .contains("no room");
    }

    @Test
    void aBrokenPaperInASignedPackageIsNamed() throws IOException {
        var files = files();
        files.put("readings.json", listing(3, 0, 3).json().toString().getBytes());
        files.put("manifest.note", manifest(files, log.signer()));

        assertThat(check("package", zip(files)).text()).startsWith("BROKEN at readings.json: of 2026, entry number 2");
    }
}
