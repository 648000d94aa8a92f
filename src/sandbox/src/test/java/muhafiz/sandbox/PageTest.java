package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import muhafiz.inspect.Drawing;
import muhafiz.inspect.PageWords;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.page.PlacedWord;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages drawn, and words found on them, by a real worker behind the strongest walls of this machine. */
class PageTest {
    private static final UUID HONEST = UUID.randomUUID();
    /** Of a word's place: what is left of it for safety, in fractions of a page. */
    private static final Offset<Double> NEAR = Offset.offset(0.02);
    /** Of a colour that JPEG has kept. */
    private static final int LIKE = 40;

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
    void whatStandsOnAPageIsSeenWhereItStands() throws IOException {
        // A red square of 100 points, 200 from the left and 300 from the bottom of an A4 of 595 x 842 points.
        byte[] pdf = squared(0);

        Drawing.Made page = made(pdf, 2, 1_200);

        assertThat(page.pages()).isEqualTo(2);
        assertThat(page.height()).isEqualTo(1_200);
        assertThat(page.width()).isBetween(847, 849); // 1200 * 595.28 / 841.89
        double scale = 1_200 / 841.89;
        assertThat(at(page, 250 * scale, (841.89 - 350) * scale)).isEqualTo(Color.RED);
        for (double[] corner : new double[][] {{202, 302}, {298, 302}, {202, 398}, {298, 398}}) {
            assertThat(at(page, corner[0] * scale, (841.89 - corner[1]) * scale))
                    .isEqualTo(Color.RED);
        }
        for (double[] beside : new double[][] {{195, 350}, {305, 350}, {250, 295}, {250, 405}}) {
            assertThat(at(page, beside[0] * scale, (841.89 - beside[1]) * scale))
                    .isEqualTo(Color.WHITE);
        }
    }

    @Test
    void aPageThatLiesOnItsSideIsTurned() throws IOException {
        Drawing.Made page = made(squared(90), 2, 1_200);

        assertThat(page.width()).isEqualTo(1_200);
        double scale = 1_200 / 841.89;
        // Turned clockwise, what stood at (x, y) from the lower left stands y from the left and x from the top.
        assertThat(at(page, 350 * scale, 250 * scale)).isEqualTo(Color.RED);
        assertThat(at(page, 250 * scale, 350 * scale)).isEqualTo(Color.WHITE);
    }

    @Test
    void aThumbShowsTheSame() throws IOException {
        Drawing.Made page = made(squared(0), 2, 240);

        assertThat(page.height()).isEqualTo(240);
        double scale = 240 / 841.89;
        assertThat(at(page, 250 * scale, (841.89 - 350) * scale)).isEqualTo(Color.RED);
        assertThat(at(page, 50 * scale, 50 * scale)).isEqualTo(Color.WHITE);
    }

    @Test
    void aPhotoIsTurnedAsItsCameraWas() throws IOException {
        BufferedImage halves = Pictures.coloured(800, 400, Color.BLUE);
        Graphics2D pen = halves.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, 400, 400);
        pen.dispose();

        Drawing.Made page = made(Pictures.turnedOnce(Pictures.of(halves, "jpg")), 1, 400);

        // A quarter clockwise: what was left is above.
        assertThat(page.width()).isEqualTo(200);
        assertThat(page.height()).isEqualTo(400);
        like(at(page, 100, 20), Color.GREEN);
        like(at(page, 100, 180), Color.GREEN);
        like(at(page, 100, 220), Color.BLUE);
        like(at(page, 100, 380), Color.BLUE);
    }

    @Test
    void aPictureIsMadeSmallerAndNeverLarger() throws IOException {
        for (String format : List.of("jpg", "png", "tiff")) {
            Drawing.Made small = made(Pictures.of(Pictures.coloured(100, 50, Color.RED), format), 1, 1_200);
            Drawing.Made large = made(Pictures.of(Pictures.coloured(5_000, 2_500, Color.RED), format), 1, 1_200);

            assertThat(List.of(small.width(), small.height())).as(format).containsExactly(100, 50);
            assertThat(List.of(large.width(), large.height())).as(format).containsExactly(1_200, 600);
            like(at(large, 1_199, 599), Color.RED);
        }
    }

    @Test
    void whatCanBeSeenThroughIsSeenOnWhite() throws IOException {
        BufferedImage glass = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);

        assertThat(at(made(Pictures.of(glass, "png"), 1, 240), 50, 50)).isEqualTo(Color.WHITE);
    }

    @Test
    void thinStrokesOfALargeScanAreKept() throws IOException {
        // 600 dpi, one bit a pixel: a line of two pixels, drawn eight times smaller.
        BufferedImage scan = new BufferedImage(4_960, 7_016, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 4_960, 7_016);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 3_001, 4_960, 2);
        pen.dispose();

        Drawing.Made page = made(Pictures.tiff(List.of(scan)), 1, 1_200);

        int row = 3_002 * 1_200 / 7_016;
        int darkest = 255;
        for (int y = row - 2; y <= row + 2; y++) {
            darkest = Math.min(darkest, at(page, 400, y).getRed());
        }
        assertThat(darkest).isLessThan(220);
    }

    @Test
    void picturesAsScannersAndLibrariesKeepThemAreSeenInsidePdfs() throws IOException {
        Drawing.Made jpx = made(
                filled(HexFormat.of().parseHex(HALVES), COSName.JPX_DECODE, 32, 32, 8, PDDeviceRGB.INSTANCE), 1, 240);
        like(at(jpx, 50, 120), Color.RED);
        like(at(jpx, 190, 120), new Color(0, 64, 200));

        Drawing.Made jbig2 = made(
                filled(HexFormat.of().parseHex(ANNEX_H), COSName.JBIG2_DECODE, 64, 56, 1, PDDeviceGray.INSTANCE),
                1,
                640);
        // The text region is 37 x 8 pixels at (4, 1) of a page of 64 x 56; a tenth of each is drawn here.
        assertThat(darkest(jbig2, 40, 10, 410, 90)).isLessThan(60);
        assertThat(darkest(jbig2, 0, 120, 639, 550)).isGreaterThan(200);
    }

    /** 32 x 32 pixels, the left half red, the right half (0, 64, 200); made by opj_compress of OpenJPEG 2.5.0. */
    private static final String HALVES =
            "0000000c6a5020200d0a870a00000014667479706a703220000000006a7032200000002d6a70326800000016696864720000"
                    + "0020000000200003070700000000000f636f6c7201000000000010000001486a703263ff4fff51002f000000000020000000"
                    + "200000000000000000000000200000002000000000000000000003070101070101070101ff52000c00000001010504040001"
                    + "ff5c00134040484850484850484850484850484850ff640025000143726561746564206279204f70656e4a50454720766572"
                    + "73696f6e20322e352e30ff90000a0000000000c10001ff93c7d404099fc3e704003fdf8010036fc1f38200047fc7da040000"
                    + "2fdf9810072bc0f9020008f126d7c3ea04000815b1c9cfc01802391226a307c0f90280172c737f9bc7da1200172c73821191"
                    + "534457cfc02817d8757531e5381aafbfc0f90400216e0cc3cc55d91fc7da1a00216e0d18be642d604a4223286dcfc034221a"
                    + "0ec3cc80928eb3e16e907fc0f9040035f23fe37eae983fc7da180035f23fe38a93b40305861c7fcfc02c369e41e2d40cd848"
                    + "4bff7fffd9";

    /** ITU-T T.88 (08/2000), annex H.1: segments 0 to 3 of the example, as a PDF holds them. */
    private static final String ANNEX_H = "00000000" + "00" + "01" + "00" + "00000018"
            + "0001" + "00000001" + "00000001" + "e9cbf40026af04bff0782fe00040"
            + "00000001" + "30" + "00" + "01" + "00000013"
            + "00000040" + "00000038" + "00000000" + "00000000" + "01" + "0000"
            + "00000002" + "00" + "01" + "01" + "0000001c"
            + "0001" + "00000002" + "00000002" + "e5cdf80079e0841081f08210861079f00080"
            + "00000003" + "07" + "42" + "0002" + "01" + "00000031"
            + "00000025" + "00000008" + "00000004" + "00000001" + "00"
            + "0c09" + "0010" + "00000005" + "01100000000000000000000000000000000c4007087041d0";

    /** A page that is one picture. */
    private static byte[] filled(byte[] picture, COSName filter, int width, int height, int bits, PDColorSpace colours)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDImageXObject image = new PDImageXObject(
                    document, new ByteArrayInputStream(picture), filter, width, height, bits, colours);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, width, height);
            }
            return saved(document);
        }
    }

    private static int darkest(Drawing.Made page, int left, int top, int right, int bottom) {
        int darkest = 255;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                darkest = Math.min(darkest, at(page, x, y).getRed());
            }
        }
        return darkest;
    }

    @Test
    void everyPageOfATiffIsAPage() throws IOException {
        byte[] tiff =
                Pictures.tiff(List.of(Pictures.coloured(60, 40, Color.RED), Pictures.coloured(40, 60, Color.BLUE)));

        assertThat(at(made(tiff, 1, 240), 5, 5)).isEqualTo(Color.RED);
        Drawing.Made second = made(tiff, 2, 240);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.height()).isEqualTo(60);
        assertThat(at(second, 5, 5)).isEqualTo(Color.BLUE);
        assertThat(draw(tiff, 3)).isEqualTo(new Drawing.None("no-such-page"));
    }

    @Test
    void aWordIsFoundWhereItStands() throws IOException {
        PageWords.Found found = (PageWords.Found) words(written("Neighbour Canaryov", 0), 1);

        assertThat(found.pages()).isEqualTo(1);
        assertThat(found.words()).extracting(PlacedWord::text).containsExactly("Neighbour", "Canaryov");
        PlacedWord word = found.words().get(1);
        // 24 pt Helvetica (Adobe's metrics): "Neighbour " is 117.4 pt wide after the margin of 72, "Canaryov" 102.7 pt.
        assertThat(word.x()).isCloseTo((72 + 117.4) / 595.28, NEAR);
        assertThat(word.width()).isCloseTo(102.7 / 595.28, NEAR);
        assertThat(word.y()).isLessThan((841.89 - 700 - 16) / 841.89);
        assertThat(word.y() + word.height()).isGreaterThan((841.89 - 700) / 841.89);
        assertThat(word.height()).isLessThan(0.06);
    }

    @Test
    void aWordOfAPageOnItsSideIsFoundWhereItIsSeen() throws IOException {
        PlacedWord word =
                ((PageWords.Found) words(written("Canaryov", 90), 1)).words().get(0);

        // Turned clockwise, what stood at (x, y) from the lower left stands y from the left and x from the top.
        assertThat(word.y()).isCloseTo(72 / 595.28, NEAR);
        assertThat(word.height()).isCloseTo(102.7 / 595.28, NEAR);
        assertThat(word.x()).isLessThan(700 / 841.89);
        assertThat(word.x() + word.width()).isGreaterThan((700 + 16) / 841.89);
    }

    @Test
    void aPictureHasNoWords() throws IOException {
        assertThat(((PageWords.Found) words(Documents.picture("png", 8, 8), 1)).words())
                .isEmpty();
    }

    @Test
    void whatCannotBeDrawnSaysWhy() throws IOException {
        byte[] whole = squared(0);

        none(Documents.lockedPdf(), "encrypted");
        none(Arrays.copyOf(whole, 200), "damaged");
        none(Arrays.copyOf(Documents.picture("jpg", 64, 64), 40), "damaged");
        none(new byte[0], "empty");
        none(Documents.letter(), "unsupported");
        none(Documents.picture("gif", 8, 8), "unsupported");
        none(Documents.pdfOfPages(10_001), "too-many-pages");
        none(Pictures.tiffThatNeverEnds(), "too-many-pages");
        none(Pictures.bomb(50_000, 50_000), "too-large");
        assertThat(draw(whole, 3)).isEqualTo(new Drawing.None("no-such-page"));
        assertThat(words(whole, 3)).isEqualTo(new PageWords.None("no-such-page"));
    }

    @Test
    void hostilePagesEndAndTheNextIsDrawn() throws IOException {
        assertThat(draw(Documents.pdfWhosePagesHoldThemselves(), 1)).isInstanceOf(Drawing.None.class);
        assertThat(draw(patterned(), 1)).isInstanceOfAny(Drawing.None.class, Drawing.Made.class);

        assertThat(made(squared(0), 1, 240).pages()).isEqualTo(2);
    }

    /** A page whose content draws itself in a loop of forms (ISO 32000-1, 8.10). */
    private static byte[] patterned() {
        HandmadePdf pdf = new HandmadePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>");
        String twice = "/F Do /F Do";
        pdf.object("<</Length " + twice.length() + ">>\nstream\n" + twice + "\nendstream");
        pdf.object("<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 5 0 R>>>>/Length "
                + twice.length() + ">>\nstream\n" + twice + "\nendstream");
        return pdf.bytes();
    }

    /** Two pages; on the second a red square. */
    private static byte[] squared(int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.RED);
                content.addRect(200, 300, 100, 100);
                content.fill();
            }
            return saved(document);
        }
    }

    private static byte[] written(String line, int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, 700);
                content.showText(line);
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

    private static void none(byte[] document, String code) throws IOException {
        assertThat(draw(document, 1)).isEqualTo(new Drawing.None(code));
        assertThat(words(document, 1)).isInstanceOfAny(PageWords.None.class, PageWords.Found.class);
    }

    private static Drawing.Made made(byte[] document, int page, int edge) throws IOException {
        Drawing drawing = sandbox.inspector()
                .draw(HONEST, new PageWish(page, edge), document.length, new ByteArrayInputStream(document));
        assertThat(drawing).isInstanceOf(Drawing.Made.class);
        return (Drawing.Made) drawing;
    }

    private static Drawing draw(byte[] document, int page) throws IOException {
        return sandbox.inspector()
                .draw(HONEST, new PageWish(page, 240), document.length, new ByteArrayInputStream(document));
    }

    private static PageWords words(byte[] document, int page) throws IOException {
        return sandbox.inspector().words(HONEST, page, document.length, new ByteArrayInputStream(document));
    }

    private static Color at(Drawing.Made page, double x, double y) {
        int at = ((int) y * page.width() + (int) x) * 3;
        return new Color(page.rgb()[at] & 0xFF, page.rgb()[at + 1] & 0xFF, page.rgb()[at + 2] & 0xFF);
    }

    private static void like(Color found, Color wanted) {
        assertThat(Math.abs(found.getRed() - wanted.getRed())
                        + Math.abs(found.getGreen() - wanted.getGreen())
                        + Math.abs(found.getBlue() - wanted.getBlue()))
                .as("%s like %s", found, wanted)
                .isLessThan(LIKE);
    }
}
