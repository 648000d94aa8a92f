package muhafiz.sandbox.mrz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A passport's data page as scanners and cameras see it, in the sizes of ICAO Doc 9303-3 §4: letters 2.54 mm apart, lines 6.35. */
public final class DrawnZone {
    private static final double WIDTH_MM = 125;
    private static final double HEIGHT_MM = 88;
    private static final double PITCH_MM = 2.54;
    private static final double LINES_MM = 6.35;
    private static final double INCH_MM = 25.4;

    private static final List<String> WORDS = List.of(
            "PASSPORT OF UTOPIA   TYPE P   CODE UTO   No. L898902C3",
            "Surname / Nom",
            "ERIKSSON OF THE NORTHERN ISLES AND VALLEYS",
            "Given names / Pr\u00e9noms",
            "ANNA MARIA   12 AUG 1974   UTOPIAN",
            "Personal No. / No. personnel ZE 184226 B",
            "Date of issue 16 APR 2007   Authority ZENITH",
            "Date of expiry 15 APR 2012   Height 1.72 m");

    private final List<String> lines;
    private final double dots;
    private final Random random;
    private final String font;
    private double degrees;
    private double noise;
    private double blur;
    private double perspective;
    private boolean onTable;

    private DrawnZone(List<String> lines, int dpi, long seed, String font) {
        this.lines = lines;
        this.dots = dpi / INCH_MM;
        this.random = new Random(seed);
        this.font = font;
    }

    public static DrawnZone of(List<String> lines, int dpi, long seed, String font) {
        return new DrawnZone(lines, dpi, seed, font);
    }

    /** Degrees of somewhere between so many to the left and to the right. */
    double somewhere(double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }

    /** 90, 180 or 270 degrees. */
    double quarter() {
        return 90 * (1 + random.nextInt(3));
    }

    DrawnZone turned(double by) {
        degrees = by;
        return this;
    }

    /** @param deviation of brightness */
    DrawnZone noisy(double deviation) {
        noise = deviation;
        return this;
    }

    /** @param millimetres of the softness of an edge */
    DrawnZone blurred(double millimetres) {
        blur = millimetres;
        return this;
    }

    /** By how much the far edge is shorter; with shade from one side and a table around. */
    DrawnZone photographed(double shorter) {
        perspective = shorter;
        onTable = true;
        return this;
    }

    public BufferedImage picture() throws IOException {
        BufferedImage page = page();
        BufferedImage seen = onTable ? photographed(page) : page;
        BufferedImage turned = turned(seen);
        return shaken(softened(turned));
    }

    private BufferedImage page() throws IOException {
        BufferedImage page =
                new BufferedImage((int) (WIDTH_MM * dots), (int) (HEIGHT_MM * dots), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xE8E4D8));
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        guilloche(pen, page);
        pen.setColor(new Color(0x707478));
        pen.fillRect((int) (6 * dots), (int) (12 * dots), (int) (32 * dots), (int) (42 * dots));
        pen.setColor(new Color(0x202028));
        visual(pen);
        pen.setTransform(new AffineTransform());
        zone(pen);
        pen.dispose();
        return page;
    }

    private void guilloche(Graphics2D pen, BufferedImage page) {
        pen.setColor(new Color(0xD4D8CC));
        for (int i = 0; i < 60; i++) {
            int y = (int) (i * HEIGHT_MM / 60 * dots);
            pen.drawOval(-page.getWidth() / 4, y - page.getHeight() / 2, page.getWidth() * 3 / 2, page.getHeight());
        }
    }

    /** What people read: a page has other print, too. */
    private void visual(Graphics2D pen) throws IOException {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
                TrueTypeFont sans = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            for (int line = 0; line < WORDS.size(); line++) {
                double x = 44;
                double scale = 3.2 * dots / sans.getUnitsPerEm();
                for (char letter : WORDS.get(line).toCharArray()) {
                    int glyph = sans.getUnicodeCmapLookup().getGlyphId(letter);
                    AffineTransform place = new AffineTransform();
                    place.translate(x * dots, (14 + line * 5) * dots);
                    place.scale(scale, -scale);
                    if (letter != ' ') {
                        pen.fill(place.createTransformedShape(
                                sans.getGlyph().getGlyph(glyph).getPath()));
                    }
                    x += sans.getAdvanceWidth(glyph) * 3.2 / sans.getUnitsPerEm();
                }
            }
        }
    }

    private void zone(Graphics2D pen) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        double top = HEIGHT_MM - 6 - LINES_MM * lines.size();
        double left = (WIDTH_MM - lines.get(0).length() * PITCH_MM) / 2;
        try (InputStream in = Objects.requireNonNull(OcrB.class.getResourceAsStream(font));
                OpenTypeFont ocrB = new OTFParser().parse(new RandomAccessReadBuffer(in))) {
            for (int line = 0; line < lines.size(); line++) {
                for (int i = 0; i < lines.get(line).length(); i++) {
                    int glyph = ocrB.getUnicodeCmapLookup()
                            .getGlyphId(lines.get(line).charAt(i));
                    double scale = PITCH_MM * dots / ocrB.getAdvanceWidth(glyph);
                    AffineTransform place = new AffineTransform();
                    place.translate((left + i * PITCH_MM) * dots, (top + line * LINES_MM + 3) * dots);
                    place.scale(scale, -scale);
                    pen.fill(place.createTransformedShape(
                            ocrB.getCFF().getFont().getType2CharString(glyph).getPath()));
                }
            }
        }
    }

    /** Row by row: the far edge is shorter, and darker. */
    private BufferedImage photographed(BufferedImage page) {
        int border = (int) (10 * dots);
        BufferedImage photo = new BufferedImage(
                page.getWidth() + 2 * border, page.getHeight() + 2 * border, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(0x5A4632));
        pen.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int y = 0; y < page.getHeight(); y++) {
            double narrow = perspective * (1 - (double) y / page.getHeight());
            int inset = (int) (page.getWidth() * narrow / 2);
            pen.drawImage(
                    page.getSubimage(0, y, page.getWidth(), 1),
                    border + inset,
                    border + y,
                    page.getWidth() - 2 * inset,
                    1,
                    null);
        }
        pen.dispose();
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                double light = 0.65 + 0.35 * x / photo.getWidth();
                photo.setRGB(x, y, lit(photo.getRGB(x, y), light, 0));
            }
        }
        return photo;
    }

    private BufferedImage turned(BufferedImage page) {
        if (degrees == 0) {
            return page;
        }
        double angle = Math.toRadians(degrees);
        int width = (int)
                Math.ceil(page.getWidth() * Math.abs(Math.cos(angle)) + page.getHeight() * Math.abs(Math.sin(angle)));
        int height = (int)
                Math.ceil(page.getHeight() * Math.abs(Math.cos(angle)) + page.getWidth() * Math.abs(Math.sin(angle)));
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.translate(width / 2.0, height / 2.0);
        pen.rotate(angle);
        pen.drawImage(page, -page.getWidth() / 2, -page.getHeight() / 2, null);
        pen.dispose();
        return turned;
    }

    private BufferedImage softened(BufferedImage page) {
        int size = (int) Math.round(blur * dots);
        if (size < 2) {
            return page;
        }
        float[] values = new float[size * size];
        Arrays.fill(values, 1f / values.length);
        return new ConvolveOp(new Kernel(size, size, values), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
    }

    private BufferedImage shaken(BufferedImage page) throws IOException {
        if (noise > 0) {
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    page.setRGB(x, y, lit(page.getRGB(x, y), 1, random.nextGaussian() * noise));
                }
            }
        }
        return jpeg(page);
    }

    private static int lit(int rgb, double light, double more) {
        int lit = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = (int) Math.round((rgb >> shift & 255) * light + more);
            lit |= Math.min(255, Math.max(0, value)) << shift;
        }
        return lit;
    }

    private static BufferedImage jpeg(BufferedImage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.75f);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), param);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
