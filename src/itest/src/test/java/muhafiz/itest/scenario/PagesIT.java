package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of a document is a picture that the sandbox draws, under its reader's mark; and a reading like any other. */
@ExtendWith(SharedArchive.class)
class PagesIT {
    private static final String SERVICE = "?purpose=P-SERVICE";
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(2);
    private static final UUID NOBODYS = UUID.randomUUID();

    private final String cabinet = "cabinet-" + UUID.randomUUID();
    private RunningArchive archive;
    private Client officer;
    private Lodged lodged;

    @BeforeEach
    void anApplication(RunningArchive shared) {
        archive = shared;
        officer = archive.client("officer");
        lodged = Lodged.of(archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", "Səhifəli"),
                        "On-Behalf-Of",
                        cabinet,
                        "Assurance",
                        "L2"));
    }

    @Test
    void aPageIsSeenUnderTheReadersMark() throws IOException {
        String contract = brought("employment_contract", Pdfs.squares());

        Answer first = officer.get(page(contract, 2) + SERVICE).require(200);
        Answer second =
                officer.get(page(contract, 2) + SERVICE + "&size=preview").require(200);
        Answer thumb = officer.get(page(contract, 2) + SERVICE + "&size=thumb").require(200);

        assertThat(first.header("Content-Type")).contains("image/png");
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(first.header("Page-Count")).contains("2");
        BufferedImage seen = picture(first);
        assertThat(seen.getHeight()).isEqualTo(1_200);
        assertThat(picture(thumb).getHeight()).isEqualTo(240);
        // A4 is 842 points high; the red square stands 200 from the left and 300 from the bottom, 100 wide.
        double scale = 1_200 / 841.89;
        assertThat(isReddish(seen, 250 * scale, (842 - 350) * scale)).isTrue();
        assertThat(isReddish(seen, 50 * scale, 50 * scale)).isFalse();
        assertThat(isReddish(picture(thumb), 250 * scale / 5, (842 - 350) * scale / 5))
                .isTrue();
        assertThat(marked(seen)).as("of what was white").isBetween(0.01, 0.3);
        assertThat(picture(second).getHeight()).isEqualTo(1_200);
    }

    @Test
    void theMarkSaysWhoReads() throws IOException {
        String contract = brought("employment_contract", Pdfs.squares());
        String request = lodged("ACCESS");
        String byDpo = "?purpose=P-RIGHTS&ref=" + request;

        BufferedImage officers =
                picture(officer.get(page(contract, 1) + SERVICE).require(200));
        BufferedImage dpos =
                picture(archive.client("dpo").get(page(contract, 1) + byDpo).require(200));

        assertThat(marked(officers)).isGreaterThan(0.01);
        assertThat(marked(dpos)).isGreaterThan(0.01);
        assertThat(isSame(officers, dpos)).isFalse();
    }

    @Test
    void aPhotoStandsUpright() throws IOException {
        String photo = brought("photo", new Sample("image/jpeg", Photos.turnedOnce(Photos.greenAndBlue(800, 400))));

        BufferedImage seen = picture(officer.get(page(photo, 1) + SERVICE).require(200));

        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(400, 800);
        assertThat(new Color(seen.getRGB(200, 100)).getGreen()).isGreaterThan(150);
        assertThat(new Color(seen.getRGB(200, 700)).getBlue()).isGreaterThan(150);
        assertThat(archive.staff("officer")
                        .describe(photo, "P-SERVICE")
                        .json()
                        .getJsonObject("metadata")
                        .getString("pages"))
                .isEqualTo("1");
    }

    @Test
    void aPageIsAReadingOfTheContentWithItsEntry() {
        String contract = brought("employment_contract", Pdfs.squares());
        for (String path : List.of(page(contract, 1), page(contract, 1) + "/words")) {
            LogBook.Mark log = LogBook.of(archive).mark();

            officer.get(path + SERVICE).require(200);

            assertThat(log.since())
                    .as("one for each person concerned")
                    .isNotEmpty()
                    .allSatisfy(entry -> {
                        assertThat(entry.publicPart().action()).isEqualTo("read_content");
                        assertThat(entry.publicPart().outcome()).isEqualTo("done");
                        assertThat(entry.publicPart().purpose()).isEqualTo("P-SERVICE");
                    });
        }
    }

    @Test
    void whoMayNotReadTheContentSeesNoPage() {
        String contract = brought("employment_contract", Pdfs.squares());
        String medical = archive.portal().uploaded(lodged, "medical_certificate", Sample.pdf("a diagnosis"));

        for (String document : List.of(contract, medical, NOBODYS.toString())) {
            for (String who : List.of("officer", "officer2", "supervisor", "medical", "records", "admin", "auditor")) {
                Client client = archive.client(who);
                for (String why : List.of("", SERVICE, "?purpose=P-CONTROL", "?purpose=P-NONE")) {
                    int content = client.get("/api/v1/documents/" + document + "/content" + why)
                            .status();
                    for (String path : List.of(page(document, 1), page(document, 1) + "/words")) {
                        assertThat(client.get(path + why).status())
                                .as("%s, %s of %s", who, path, why)
                                .isEqualTo(content);
                    }
                }
            }
        }
        officer.get(page(medical, 1) + SERVICE).requireProblem(404, "not-found");
        archive.stranger().get(page(contract, 1) + SERVICE).requireProblem(401, "login-required");
    }

    @Test
    void aPageThatIsNotThereIsNotFound() {
        String contract = brought("employment_contract", Pdfs.squares());

        for (String none : List.of("0", "3", "-1", "x", "999999999", "99999999999")) {
            officer.get(page(contract, none) + SERVICE).requireProblem(404, "not-found");
            officer.get(page(contract, none) + "/words" + SERVICE).requireProblem(404, "not-found");
        }
        officer.get(page(contract, 1) + SERVICE + "&size=huge").requireProblem(400, "malformed");
    }

    @Test
    void whatCannotBeDrawnSaysWhyAndTheArchiveAnswersOn() throws IOException {
        neitherDrawnNorRead(brought("employment_contract", new Sample("application/pdf", Pdfs.locked())), "encrypted");
        byte[] whole = Pdfs.squares().bytes();
        neitherDrawnNorRead(
                brought("passport", new Sample("application/pdf", Arrays.copyOf(whole, whole.length / 3))), "damaged");
        String bomb = brought("photo", new Sample("image/jpeg", Photos.bomb(Photos.greenAndBlue(16, 16), 60_000)));
        notDrawable(page(bomb, 1), "too-large");

        String next = brought("employment_contract", Pdfs.squares());
        officer.get(page(next, 1) + SERVICE).require(200);
    }

    @Test
    void whatIsUnreadOrInQuarantineIsNotDrawn() {
        for (String state : List.of("quarantined", "received")) {
            String contract = brought("employment_contract", Pdfs.squares());
            LogBook.of(archive)
                    .execute("update archive.document set state = '" + state + "' where id = '" + contract + "'");
            LogBook.Mark log = LogBook.of(archive).mark();

            neitherDrawnNorRead(contract, state.equals("received") ? "unread" : state);

            assertThat(log.since())
                    .allSatisfy(
                            entry -> assertThat(entry.publicPart().outcome()).isEqualTo("denied"));
        }
    }

    private void neitherDrawnNorRead(String document, String reason) {
        notDrawable(page(document, 1), reason);
        notDrawable(page(document, 1) + "/words", reason);
    }

    private void notDrawable(String path, String reason) {
        Answer answer = officer.get(path + SERVICE);
        answer.requireProblem(409, "not-drawable");
        assertThat(answer.json().getString("reason")).as(path).isEqualTo(reason);
    }

    @Test
    @DisplayName("DP-3: whoever redacts sees the page and its words, each a mark that can be taken off")
    void theWordsOfAPageAreMarksThatCanBeTakenOff() throws IOException {
        String contract = brought("employment_contract", Sample.pdf("Neighbour Canaryov signed"));
        String request = lodged("ACCESS");
        Client dpo = archive.client("dpo");
        String why = "?purpose=P-RIGHTS&ref=" + request;

        JsonObject found =
                dpo.get(page(contract, 1) + "/words" + why).require(200).json();
        BufferedImage seen = picture(dpo.get(page(contract, 1) + why).require(200));

        List<JsonObject> words = found.getJsonArray("words").getValuesAs(JsonObject.class);
        assertThat(words).extracting(word -> word.getString("text")).containsExactly("Neighbour", "Canaryov", "signed");
        JsonObject word = words.get(1);
        int left = (int) (number(word, "x") * seen.getWidth());
        int top = (int) (number(word, "y") * seen.getHeight());
        int right = (int) Math.ceil((number(word, "x") + number(word, "width")) * seen.getWidth());
        int bottom = (int) Math.ceil((number(word, "y") + number(word, "height")) * seen.getHeight());
        assertThat(darkest(seen, left, top, right, bottom)).isLessThan(60);
        assertThat(darkest(seen, left, bottom + 2, right, bottom + 40)).isGreaterThan(120);
        dpo.post(
                        "/api/v1/requests/" + request + "/redactions",
                        "{\"document\":\"" + contract + "\",\"ground\":\"RG-OTHERS\",\"marks\":[{\"page\":1,\"x\":"
                                + word.getJsonNumber("x") + ",\"y\":" + word.getJsonNumber("y") + ",\"width\":"
                                + word.getJsonNumber("width") + ",\"height\":" + word.getJsonNumber("height") + "}]}")
                .require(201);
        String photo = brought("photo", Sample.jpeg("no text layer"));
        assertThat(officer.get(page(photo, 1) + "/words" + SERVICE)
                        .require(200)
                        .json()
                        .getJsonArray("words"))
                .isEmpty();
    }

    @Test
    void whoeverAnswersReadsWhileTheRequestIsOpenAndItIsKnownWhoAsks() throws IOException {
        String contract = brought("employment_contract", Sample.pdf("Of whoever asks"));
        String others = "cabinet-" + UUID.randomUUID();
        Lodged.of(archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", "Başqa"),
                        "On-Behalf-Of",
                        others,
                        "Assurance",
                        "L2"));
        Client dpo = archive.client("dpo");
        String why = "/content?purpose=P-RIGHTS&ref=";
        String own = lodged("ACCESS");

        dpo.get("/api/v1/documents/" + contract + why + own).require(200);
        for (String no : List.of(lodged("ACCESS", others, "L2"), lodged("RESTRICT", cabinet, "L1"), "R-1")) {
            dpo.get("/api/v1/documents/" + contract + why + no).requireProblem(404, "not-found");
        }
        dpo.post("/api/v1/requests/" + own + "/decision", "{\"outcome\":\"granted\"}")
                .require(200);
        dpo.get("/api/v1/documents/" + contract + why + own).requireProblem(404, "not-found");
        archive.client("auditor")
                .get("/api/v1/documents/" + contract + why + own)
                .requireProblem(403, "purpose-not-granted");
    }

    @Test
    void nothingOfAPageIsKeptAndNothingIsLeftOfADestroyedOne() {
        String contract = brought("employment_contract", Pdfs.squares());
        Staff staff = archive.staff("officer");
        String version = staff.contentHead(contract, "P-SERVICE")
                .header("ETag")
                .orElseThrow()
                .replace("\"", "");

        officer.get(page(contract, 1) + SERVICE).require(200);
        officer.get(page(contract, 2) + SERVICE + "&size=thumb").require(200);

        assertThat(parts(version)).containsExactly("original");
        archive.client("dpo")
                .post("/api/v1/requests/" + lodged("ERASE") + "/decision", "{\"outcome\":\"granted\"}")
                .require(200);
        Patience.until(
                DESTROYED_WITHIN, "nothing in the bucket", () -> parts(version).isEmpty());
        staff.content(contract, "P-SERVICE").requireProblem(404, "not-found");
        officer.get(page(contract, 1) + SERVICE).requireProblem(404, "not-found");
        officer.get(page(contract, 1) + "/words" + SERVICE).requireProblem(404, "not-found");
    }

    /** Of a version, what lies below it in the stand's bucket. */
    private List<String> parts(String version) {
        Path folder = archive.home().resolve("objects/muhafiz").resolve(version);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).getName(0).toString())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String brought(String kind, Sample sample) {
        String document = archive.portal().uploaded(lodged, kind, sample);
        archive.awaitRead(document);
        return document;
    }

    private String lodged(String kind) {
        return lodged(kind, cabinet, "L2");
    }

    private String lodged(String kind, String by, String assurance) {
        return archive.client("portal")
                .post("/api/v1/requests", "{\"kind\":\"" + kind + "\"}", "On-Behalf-Of", by, "Assurance", assurance)
                .require(201)
                .json()
                .getString("number");
    }

    private static String page(String document, Object page) {
        return "/api/v1/documents/" + document + "/pages/" + page;
    }

    private static double number(JsonObject word, String member) {
        return word.getJsonNumber(member).doubleValue();
    }

    private static BufferedImage picture(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    /** The mark makes it darker or paler, and leaves it red. */
    private static boolean isReddish(BufferedImage picture, double x, double y) {
        Color color = new Color(picture.getRGB((int) x, (int) y));
        return color.getRed() > 150 && color.getGreen() < 100 && color.getBlue() < 100;
    }

    /** How much is neither white nor red. */
    private static double marked(BufferedImage picture) {
        int marked = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Color color = new Color(picture.getRGB(x, y));
                marked += color.getGreen() == color.getRed() && color.getRed() < 235 ? 1 : 0;
            }
        }
        return (double) marked / (picture.getWidth() * picture.getHeight());
    }

    private static boolean isSame(BufferedImage one, BufferedImage other) {
        return Arrays.equals(
                one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()),
                other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()));
    }

    private static int darkest(BufferedImage picture, int left, int top, int right, int bottom) {
        int darkest = 255;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                darkest = Math.min(darkest, new Color(picture.getRGB(x, y)).getGreen());
            }
        }
        return darkest;
    }
}
