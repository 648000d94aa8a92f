package muhafiz.sandbox.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages drawn by the JDK and blurred by its convolution with a Gaussian, whose width is known. */
class PageQualityTest {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 700;

    /** Black bars and letters on a grey page, as passports have them. */
    private static BufferedImage page() {
        BufferedImage page = filled(new Color(225, 230, 235));
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        for (int bar = 0; bar < 12; bar++) {
            pen.fillRect(60 + 70 * bar, 60, 30, 200);
        }
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 34));
        pen.drawString("P<AZEALIYEVA<<AYSEL<<<<<<<<<<<<<<<<<<<<<<<<<", 30, 600);
        pen.drawString("C012345671AZE9005014F3001019<<<<<<<<<<<<<<06", 30, 655);
        pen.dispose();
        return page;
    }

    private static BufferedImage filled(Color colour) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return page;
    }

    private static BufferedImage blurred(BufferedImage page, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    private static BufferedImage noisy(BufferedImage page, double deviation) {
        Random random = new Random(1);
        BufferedImage noisy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = (int) Math.round((page.getRGB(x, y) & 255) + random.nextGaussian() * deviation);
                int level = Math.max(0, Math.min(255, grey));
                noisy.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return noisy;
    }

    private static BufferedImage paler(BufferedImage page, int share) {
        BufferedImage paler = filled(Color.WHITE);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int level = 255 - (255 - (page.getRGB(x, y) & 255)) / share;
                paler.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return paler;
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 4", "3, 0", "3, 4", "4, 0"})
    void softnessIsTheWidthOfTheBlurWhateverTheNoise(double deviation, double noise) {
        BufferedImage page = noisy(blurred(page(), deviation), noise);

        assertThat((double) PageQuality.of(page).blur()).isCloseTo(deviation * 10, within(deviation * 2.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void softnessDoesNotDependOnTheContrast(int paler) {
        int dark = PageQuality.of(blurred(page(), 3)).blur();

        assertThat(PageQuality.of(paler(blurred(page(), 3), paler)).blur()).isBetween(dark - 4, dark + 4);
    }

    @Test
    void aSharpPageIsAsSharpAsItsPixels() {
        assertThat(PageQuality.of(page()).blur()).isLessThanOrEqualTo(12);
        assertThat(PageQuality.of(noisy(page(), 4)).blur()).isLessThanOrEqualTo(12);
    }

    @Test
    void aBlankPageHasNoContrastAndOneWithALineOfLettersHasSome() {
        PageQuality blank = PageQuality.of(noisy(filled(Color.WHITE), 3));
        BufferedImage line = filled(Color.WHITE);
        Graphics2D pen = line.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        pen.drawString("Arxiv arayışı", 100, 100);
        pen.dispose();

        assertThat(blank.contrast()).isLessThan(20);
        assertThat(PageQuality.of(line).contrast()).isGreaterThan(200);
    }

    @Test
    void anEmptyBackIsNoFaultOfAWrittenFront() {
        PageQuality front = PageQuality.of(page());
        PageQuality back = PageQuality.of(filled(new Color(240, 240, 240)));

        assertThat(PageQuality.worst(List.of(front, back))).isEqualTo(front);
        assertThat(PageQuality.worst(List.of(front, PageQuality.of(blurred(page(), 3))))
                        .blur())
                .isGreaterThan(front.blur() + 10);
    }

    @Test
    void aPageInTheDarkHasNothingBright() {
        BufferedImage page = page();
        BufferedImage dark = filled(Color.BLACK);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int level = (page.getRGB(x, y) & 255) / 5;
                dark.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }

        assertThat(PageQuality.of(dark).brightest()).isLessThan(90);
        assertThat(PageQuality.of(page).brightest()).isGreaterThan(200);
    }
}
