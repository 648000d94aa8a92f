package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.log.Outsider;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is another's goes off the documents of an answer, and is not in what goes out. */
@ExtendWith(SharedArchive.class)
class RedactionScenarioIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String STATED = "?purpose=P-RIGHTS";
    private static final String GRANTED = "{\"outcome\":\"granted\"}";
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(2);

    private final String cabinet = "cabinet-" + UUID.randomUUID();
    private final String canary = "Canary" + cabinet.substring(30);
    private Client dpo;
    private Client portal;
    private Sample contract;
    private String document;
    private RunningArchive shared;

    @BeforeEach
    void aContractThatNamesANeighbour(RunningArchive archive) {
        shared = archive;
        dpo = archive.client("dpo");
        portal = archive.client("portal");
        JsonObject made = as("/api/v1/applications", Forms.workPermit("RD-1", "Redaktov"));
        Lodged lodged = new Lodged(made.getString("number"), made.getString("accessCode"));
        contract = Sample.pdf(canary + " signed with me");
        document = archive.portal().uploaded(lodged, "employment_contract", contract);
        archive.awaitRead(document);
    }

    @Test
    @DisplayName("DP-3: another person's data go off a new rendition, RG-OTHERS is noted, and it is granted in part")
    void anotherPersonsDataGoOffANewRendition(RunningArchive archive) throws Exception {
        String request = lodged("ACCESS");
        redacted(request, "\"marks\":[{\"page\":1,\"x\":0,\"y\":0.9,\"width\":1,\"height\":0.1}]");
        String replaced = leaf();
        JsonObject kept = redacted(
                request,
                "\"words\":[\"" + canary.toUpperCase(Locale.ROOT)
                        + "\"],\"marks\":[{\"page\":1,\"x\":0.5,\"y\":0.5,\"width\":0.25,\"height\":0.25}]");

        JsonObject decided =
                dpo.post(path(request) + "/decision", GRANTED).require(200).json();
        byte[] zip = dpo.get(path(request) + "/answer" + STATED).require(200).body();

        assertThat(decided.getString("outcome")).isEqualTo("partly_granted");
        assertThat(decided.getString("ground")).isEqualTo("RG-OTHERS");
        assertThat(decided.getJsonObject("decision").getJsonArray("appeal")).hasSize(3); // LOI art. 21.3
        assertThat(kept.getInt("pages")).isEqualTo(1);
        assertThat(kept.getInt("marks")).isEqualTo(2);
        Map<String, byte[]> files = unpacked(zip);
        JsonObject paper = paper(files);
        assertThat(paper.containsKey("leftOut")).isFalse();
        assertThat(paper.getJsonObject("redacted").getString("ground")).isEqualTo("RG-OTHERS");
        assertThat(paper.getJsonObject("redacted").getString("sha256")).isEqualTo(kept.getString("sha256"));
        assertThat(paper.getJsonObject("redacted").getInt("pages")).isEqualTo(1);
        byte[] pdf = files.get(paper.getString("file"));
        assertThat(sha256(pdf)).isEqualTo(kept.getString("sha256"));
        assertThat(new String(files.get("manifest.note"), StandardCharsets.UTF_8))
                .contains(paper.getString("file"), kept.getString("sha256"));
        files.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as(name)
                .doesNotContainIgnoringCase(canary));
        nothingButPictures(pdf);
        Outsider outsider = Outsider.of(archive, "redacted");
        assertThat(outsider.verify("package", outsider.keep("answer.zip", zip))
                        .require(0)
                        .words())
                .doesNotContain("BROKEN");
        assertThat(archive.staff("officer")
                        .content(document, "P-SERVICE")
                        .require(200)
                        .body())
                .as("the original is untouched")
                .isEqualTo(contract.bytes());
        gone(archive, replaced);

        String leaf = leaf();
        assertThat(text(archive, "select count(*) from keyring.leaf where id = '" + leaf + "'"))
                .isEqualTo("1");
        String erasure = lodged("ERASE");
        dpo.post(path(erasure) + "/decision", GRANTED).require(200);
        gone(archive, leaf);
        assertThat(text(archive, "select count(*) from archive.redaction where document_id = '" + document + "'"))
                .isEqualTo("0");
        assertThat(paperIsTold(request)).isFalse();
    }

    /** No text, no other stream than a page's one drawing and its picture; and what was marked is one colour. */
    private void nothingButPictures(byte[] pdf) throws IOException {
        try (PDDocument opened = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(opened)).isBlank();
            assertThat(opened.getDocumentInformation().getMetadataKeys()).isEmpty();
            int pictures = 0;
            for (COSObjectKey key : opened.getDocument().getXrefTable().keySet()) {
                if (opened.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    boolean isPicture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
                    pictures += isPicture ? 1 : 0;
                    byte[] bytes =
                            (isPicture ? stream.createRawInputStream() : stream.createInputStream()).readAllBytes();
                    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContainIgnoringCase(canary);
                }
            }
            assertThat(pictures).isEqualTo(1);
            BufferedImage page = new PDFRenderer(opened).renderImageWithDPI(0, 150);
            int width = page.getWidth();
            int height = page.getHeight();
            // JPEG blurs eight pixels at an edge.
            assertThat(colours(page, width / 2 + 8, height / 2 + 8, width / 4 - 16, height / 4 - 16))
                    .hasSize(1);
            // The word begins at 72 of 595 points, its line stands at 720 of 842; 18 point Helvetica, twelve letters.
            int left = 150 + 8;
            int top = (842 - 720 - 11) * 150 / 72;
            assertThat(colours(page, left, top, 150, 16)).hasSize(1);
        }
    }

    private static Set<Integer> colours(BufferedImage page, int left, int top, int width, int height) {
        Set<Integer> colours = new TreeSet<>();
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                Color color = new Color(page.getRGB(x, y));
                colours.add((color.getRed() + color.getGreen() + color.getBlue()) / 64);
            }
        }
        return colours;
    }

    @Test
    @DisplayName("DP-3: without a redaction, what speaks of others is left out; what cannot be drawn is refused")
    void withoutARedactionItIsLeftOut() throws Exception {
        String request = lodged("ACCESS");
        String redactions = path(request) + "/redactions";

        Answer unfound = dpo.post(redactions, form("\"words\":[\"Nobodyov\"]"));
        unfound.requireProblem(409, "not-redactable");
        assertThat(unfound.json().getString("reason")).isEqualTo("words-not-found");
        assertThat(unfound.text()).doesNotContain("Nobodyov");
        Answer beyond = dpo.post(redactions, form("\"marks\":[{\"page\":9,\"x\":0,\"y\":0,\"width\":1,\"height\":1}]"));
        assertThat(beyond.json().getString("reason")).isEqualTo("no-such-page");
        dpo.post(redactions, form("\"words\":[]")).requireProblem(400, "malformed");
        dpo.post(redactions, form("\"words\":[\"" + canary + "\"]").replace(document, UUID.randomUUID() + ""))
                .requireProblem(404, "not-found");

        JsonObject decided =
                dpo.post(path(request) + "/decision", GRANTED).require(200).json();
        assertThat(decided.getString("outcome"))
                .as("one document is kept from them")
                .isEqualTo("partly_granted");
        assertThat(decided.getString("ground")).isEqualTo("RG-OTHERS");
        Map<String, byte[]> files = unpacked(
                dpo.get(path(request) + "/answer" + STATED).require(200).body());
        assertThat(paper(files).getString("leftOut")).isEqualTo("RG-OTHERS");
        dpo.post(redactions, form("\"words\":[\"" + canary + "\"]")).requireProblem(409, "request-decided");
    }

    private JsonObject redacted(String request, String what) {
        return dpo.post(path(request) + "/redactions", form(what)).require(201).json();
    }

    private String form(String what) {
        return "{\"document\":\"" + document + "\"," + what + ",\"ground\":\"RG-OTHERS\"}";
    }

    private void gone(RunningArchive archive, String leaf) {
        Patience.until(
                DESTROYED_WITHIN,
                () -> text(archive, "select count(*) from keyring.leaf where id = '" + leaf + "'"),
                "0"::equals);
    }

    private boolean paperIsTold(String request) throws IOException {
        byte[] zip = dpo.get(path(request) + "/answer" + STATED).require(200).body();
        return new String(unpacked(zip).get("data.json"), StandardCharsets.UTF_8).contains(document);
    }

    private String leaf() {
        return text(shared, "select leaf_id from archive.redaction where document_id = '" + document + "'");
    }

    private static String text(RunningArchive archive, String question) {
        StringBuilder text = new StringBuilder();
        LogBook.bySuperuser(archive).query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    private JsonObject as(String path, String form) {
        return portal.post(path, form, "On-Behalf-Of", cabinet, "Assurance", "L2")
                .require(201)
                .json();
    }

    private String lodged(String kind) {
        return as(REQUESTS, "{\"kind\":\"" + kind + "\"}").getString("number");
    }

    private static String path(String request) {
        return REQUESTS + "/" + request;
    }

    private JsonObject paper(Map<String, byte[]> files) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(files.get("data.json")))) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .flatMap(one -> one.getJsonArray("documents").getValuesAs(JsonObject.class).stream())
                    .filter(one -> one.getString("id").equals(document))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
