package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import muhafiz.inspect.Redaction;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents without something, made by a real worker behind the strongest walls of this machine. */
class RedactionTest {
    private static final UUID HONEST = UUID.randomUUID();
    private static final int BLACK = 40;
    private static final int WHITE = 215;
    /** What JPEG blurs at an edge, in pixels of 150 dpi. */
    private static final int EDGE = 8;

    private static SandboxUnderTest sandbox;

    @BeforeAll
    static void open() throws IOException {
        sandbox = ReadingTest.strongest();
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @Test
    void ofAPdfNothingIsLeftButPictures() throws IOException {
        byte[] pdf = letter("Neighbour Canaryov lives next door", 0);

        Redaction.Made made = made(pdf, words("canaryov"));

        assertThat(made.pages()).isEqualTo(1);
        assertThat(made.words()).isEqualTo(1);
        try (PDDocument opened = Loader.loadPDF(made.pdf())) {
            assertThat(new PDFTextStripper().getText(opened)).isBlank();
            assertThat(opened.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(opened.getDocumentCatalog().getMetadata()).isNull();
            for (byte[] stream : streams(opened)) {
                assertThat(new String(stream, StandardCharsets.ISO_8859_1)).doesNotContainIgnoringCase("canaryov");
            }
        }
    }

    @Test
    void aWordGoesWhereverItStandsAndTheRestStays() throws IOException {
        byte[] pdf = letter("CANARYOV wrote", 0);

        BufferedImage with = seen(made(pdf, words("nowhere")).pdf());
        BufferedImage without = seen(made(pdf, words("Canaryov")).pdf());

        // 24 pt Helvetica: the line stands at 700 of 842 pt, "CANARYOV" is 138 pt wide after the 72 pt margin.
        int top = y(700 + 14);
        int bottom = y(700 + 2);
        assertThat(darkest(without, px(74), top, px(200), bottom)).isLessThan(BLACK);
        assertThat(lightest(without, px(74) + EDGE, top, px(200), bottom))
                .as("one colour")
                .isLessThan(BLACK);
        assertThat(lightest(with, px(74), top, px(200), bottom)).isGreaterThan(WHITE);
        assertThat(darkest(without, px(225), top, px(290), bottom))
                .as("what follows can be read")
                .isLessThan(BLACK + 60);
        assertThat(lightest(without, px(225), top, px(290), bottom)).isGreaterThan(WHITE);
    }

    @Test
    void aWordGoesFromAPageThatLiesOnItsSide() throws IOException {
        byte[] pdf = letter("CANARYOV", 90);

        BufferedImage page = seen(made(pdf, words("canaryov")).pdf());

        // Turned clockwise, what stood at (x, y) from the lower left stands y from the left and x from the top.
        assertThat(page.getWidth()).isGreaterThan(page.getHeight());
        int left = px(700 + 2);
        int right = px(700 + 14);
        assertThat(lightest(page, left, px(74) + EDGE, right, px(200))).isLessThan(BLACK);
        assertThat(darkest(page, left, px(240), right, px(400))).isGreaterThan(WHITE);
    }

    @Test
    void whatStandsBetweenTheLettersOfAWordGoesWithThem() throws IOException {
        BufferedImage page =
                seen(made(letter("CAN-AR-YOV", 0), words("canaryov")).pdf());

        // 24 pt Helvetica: "CAN-AR-YOV" is 154 pt wide after the 72 pt margin.
        assertThat(lightest(page, px(74) + EDGE, y(700 + 14), px(220), y(700 + 2)))
                .isLessThan(BLACK);
    }

    @Test
    void twentyPagesFullOfTextAreDrawn() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int number = 0; number < 20; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setLeading(14);
                    content.newLineAtOffset(72, 760);
                    for (int line = 0; line < 40; line++) {
                        content.showText("Canaryov wrote a line of some seventy letters in a letter, number " + line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            Redaction.Made made = made(saved(document), words("canaryov"));

            assertThat(made.pages()).isEqualTo(20);
        }
    }

    @Test
    void aWordIsMetAcrossCaseAccentsSpacesAndLines() throws IOException {
        assertThat(made(letter("can\u00c1r-", 0, "yov came"), words("CANARYOV")).words())
                .isEqualTo(1);
        assertThat(made(letter("C A N A R Y O V", 0), words("canaryov")).words())
                .isEqualTo(1);
        assertThat(made(letter("ILHAM", 0), words("\u0130lham", "\u0131lham", "nowhere"))
                        .words())
                .isEqualTo(2);
    }

    @Test
    void whatIsMarkedIsOneColourAndTheRestStays() throws IOException {
        byte[] pdf = letter("everything", 0);

        BufferedImage page = seen(made(pdf, area(1, 0.5, 0.5, 0.25, 0.25)).pdf());

        int width = page.getWidth();
        int height = page.getHeight();
        assertThat(lightest(page, width / 2 + EDGE, height / 2 + EDGE, width * 3 / 4 - EDGE, height * 3 / 4 - EDGE))
                .isLessThan(BLACK);
        assertThat(darkest(page, EDGE, height / 2, width / 2 - EDGE, height - EDGE))
                .isGreaterThan(WHITE);
    }

    @Test
    void aPictureIsAPageThatStandsUpright() throws IOException {
        BufferedImage white = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = white.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 400);
        pen.dispose();

        for (String format : List.of("jpg", "png")) {
            BufferedImage page =
                    seen(made(Pictures.of(white, format), area(1, 0, 0, 0.5, 1)).pdf());
            assertThat(page.getWidth()).isEqualTo(800);
            assertThat(lightest(page, 0, 0, 400 - EDGE, 400)).isLessThan(BLACK);
            assertThat(darkest(page, 400 + EDGE, 0, 800, 400)).isGreaterThan(WHITE);
        }
        BufferedImage turned = seen(made(Pictures.turnedOnce(Pictures.of(white, "jpg")), area(1, 0, 0, 1, 0.25))
                .pdf());
        assertThat(turned.getWidth()).isEqualTo(400);
        assertThat(turned.getHeight()).isEqualTo(800);
        assertThat(lightest(turned, 0, 0, 400, 200 - EDGE)).isLessThan(BLACK);
        assertThat(darkest(turned, 0, 200 + EDGE, 400, 800)).isGreaterThan(WHITE);
    }

    @Test
    void aTiffHasAsManyPagesAsItHas() throws IOException {
        BufferedImage white = Pictures.coloured(400, 300, Color.WHITE);
        byte[] tiff = Pictures.tiff(List.of(white, white));

        Redaction.Made made = made(tiff, area(2, 0, 0, 0.5, 1));

        assertThat(made.pages()).isEqualTo(2);
        assertThat(darkest(seen(made.pdf()), 0, 0, 400, 300)).isGreaterThan(WHITE);
    }

    @Test
    void aPictureBeyondSixMillionPixelsIsThinnedOut() throws IOException {
        BufferedImage large = new BufferedImage(6000, 4000, BufferedImage.TYPE_INT_RGB);

        BufferedImage page =
                seen(made(Pictures.of(large, "jpg"), area(1, 0, 0, 1, 1)).pdf());

        assertThat((long) page.getWidth() * page.getHeight()).isBetween(5_000_000L, 6_000_000L);
    }

    @Test
    void aPageBeyondSixMillionPixelsIsDrawnSmaller() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_400, 14_400))); // 200 inches, the format's largest

            BufferedImage page = seen(made(saved(document), area(1, 0, 0, 1, 1)).pdf());

            assertThat((long) page.getWidth() * page.getHeight()).isBetween(5_900_000L, 6_010_000L);
        }
    }

    @Test
    void whatCannotBeMadeAnewSaysWhy() throws IOException {
        Marks marks = area(1, 0, 0, 1, 1);
        byte[] whole = letter("whole", 0);

        assertThat(redact(Documents.lockedPdf(), marks)).isEqualTo(new Redaction.None("encrypted"));
        assertThat(redact(Arrays.copyOf(whole, 200), marks)).isEqualTo(new Redaction.None("damaged"));
        assertThat(redact(Arrays.copyOf(Documents.picture("jpg", 64, 64), 40), marks))
                .isEqualTo(new Redaction.None("damaged"));
        assertThat(redact(new byte[0], marks)).isEqualTo(new Redaction.None("empty"));
        assertThat(redact(Documents.letter(), marks)).isEqualTo(new Redaction.None("unsupported"));
        assertThat(redact(Documents.picture("gif", 8, 8), marks)).isEqualTo(new Redaction.None("unsupported"));
        assertThat(redact(Documents.pdfOfPages(61), marks)).isEqualTo(new Redaction.None("too-many-pages"));
        assertThat(redact(whole, area(2, 0, 0, 1, 1))).isEqualTo(new Redaction.None("no-such-page"));
        assertThat(redact(Documents.picture("png", 8, 8), area(2, 0, 0, 1, 1)))
                .isEqualTo(new Redaction.None("no-such-page"));
    }

    @Test
    void aBombOfPixelsDoesNotGoOff() throws IOException {
        assertThat(redact(Pictures.bomb(50_000, 50_000), area(1, 0, 0, 1, 1)))
                .isEqualTo(new Redaction.None("too-large"));

        assertThat(made(letter("the next one is served", 0), area(1, 0, 0, 1, 1))
                        .pages())
                .isEqualTo(1);
    }

    private static byte[] letter(String line, int rotation, String... more) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            document.getDocumentInformation().setTitle("Canaryov");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.setLeading(30);
                content.newLineAtOffset(72, 700);
                content.showText(line);
                for (String next : more) {
                    content.newLine();
                    content.showText(next);
                }
                content.endText();
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static List<byte[]> streams(PDDocument document) throws IOException {
        List<byte[]> streams = new ArrayList<>();
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                boolean isPicture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
                streams.add((isPicture ? stream.createRawInputStream() : stream.createInputStream()).readAllBytes());
            }
        }
        assertThat(streams).hasSizeGreaterThanOrEqualTo(2);
        return streams;
    }

    private static Marks words(String... words) {
        return new Marks(List.of(), List.of(words));
    }

    private static Marks area(int page, double x, double y, double width, double height) {
        return new Marks(List.of(new Mark(page, x, y, width, height)), List.of());
    }

    private static Redaction.Made made(byte[] document, Marks marks) throws IOException {
        Redaction redaction = redact(document, marks);
        assertThat(redaction).isInstanceOf(Redaction.Made.class);
        return (Redaction.Made) redaction;
    }

    private static Redaction redact(byte[] document, Marks marks) throws IOException {
        return sandbox.inspector().redact(HONEST, marks, document.length, new ByteArrayInputStream(document));
    }

    /** The first page at 150 dpi. */
    private static BufferedImage seen(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 150);
        }
    }

    private static int px(double points) {
        return (int) Math.round(points * 150 / 72);
    }

    private static int y(double points) {
        return px(PDRectangle.A4.getHeight() - points);
    }

    private static int darkest(BufferedImage image, int left, int top, int right, int bottom) {
        return greys(image, left, top, right, bottom).stream()
                .mapToInt(grey -> grey)
                .min()
                .orElseThrow();
    }

    private static int lightest(BufferedImage image, int left, int top, int right, int bottom) {
        return greys(image, left, top, right, bottom).stream()
                .mapToInt(grey -> grey)
                .max()
                .orElseThrow();
    }

    private static List<Integer> greys(BufferedImage image, int left, int top, int right, int bottom) {
        List<Integer> greys = new ArrayList<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                Color color = new Color(image.getRGB(x, y));
                greys.add((color.getRed() + color.getGreen() + color.getBlue()) / 3);
            }
        }
        return greys;
    }
}
