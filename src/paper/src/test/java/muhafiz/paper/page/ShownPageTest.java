package muhafiz.paper.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The JDK's own reader of PNG says what is seen. */
class ShownPageTest {
    private static final String MARK = "leyla  RD-1  2026-11-23 09:15:02 UTC";
    private static final int WIDTH = 848;
    private static final int HEIGHT = 1_200;
    private static final int WHITE = 255;

    @Test
    void everyPartOfAPageIsMarkedOnWhiteAndOnBlack() throws IOException {
        for (int ground : new int[] {0, WHITE}) {
            BufferedImage marked = seen(page(ground).markedPng(MARK));

            for (int top = 0; top + 300 <= HEIGHT; top += 300) {
                for (int left = 0; left + 212 <= WIDTH; left += 212) {
                    assertThat(changed(marked.getSubimage(left, top, 212, 300), ground))
                            .as("ground %d, from %d, %d", ground, left, top)
                            .isBetween(0.01, 0.3);
                }
            }
        }
    }

    @Test
    void whatStandsOnAPageCanBeReadBelowTheMark() throws IOException {
        BufferedImage white = seen(page(WHITE).markedPng(MARK));
        BufferedImage black = seen(page(0).markedPng(MARK));

        for (int y = 0; y < HEIGHT; y += 3) {
            for (int x = 0; x < WIDTH; x += 3) {
                int lightest = new Color(black.getRGB(x, y)).getRed();
                int darkest = new Color(white.getRGB(x, y)).getRed();
                assertThat(darkest - lightest).isGreaterThan(128);
            }
        }
    }

    @Test
    void anothersMarkIsAnotherPicture() {
        byte[] leyla = page(WHITE).markedPng(MARK);

        assertThat(page(WHITE).markedPng(MARK)).isEqualTo(leyla);
        assertThat(page(WHITE).markedPng(MARK.replace("leyla", "leyli"))).isNotEqualTo(leyla);
        assertThat(page(WHITE).markedPng(MARK.replace(":02", ":03"))).isNotEqualTo(leyla);
    }

    @Test
    void coloursStayWhereNoMarkIs() throws IOException {
        byte[] rgb = {(byte) 200, 100, 50, 10, 20, 30, 1, 2, 3, (byte) 255, 0, 7};

        BufferedImage page = seen(new ShownPage(2, 2, rgb).markedPng(""));

        assertThat(new Color(page.getRGB(0, 0))).isEqualTo(new Color(200, 100, 50));
        assertThat(new Color(page.getRGB(1, 0))).isEqualTo(new Color(10, 20, 30));
        assertThat(new Color(page.getRGB(0, 1))).isEqualTo(new Color(1, 2, 3));
        assertThat(new Color(page.getRGB(1, 1))).isEqualTo(new Color(255, 0, 7));
    }

    @Test
    void aThumbIsMarkedToo() throws IOException {
        byte[] rgb = new byte[170 * 240 * 3];
        Arrays.fill(rgb, (byte) WHITE);

        assertThat(changed(seen(new ShownPage(170, 240, rgb).markedPng(MARK)), WHITE))
                .isGreaterThan(0.01);
    }

    @Test
    void lettersOfTheOfficesLanguagesHaveOutlinesAndOthersAQuestionMark() {
        double question = Letters.SANS.width("?", 10);

        for (String known : new String[] {"ə", "Ş", "ğ", "İ", "ı", "Ж", "ы"}) {
            assertThat(Letters.SANS.line(known, 10).getBounds2D().getHeight())
                    .as(known)
                    .isGreaterThan(0);
        }
        assertThat(Letters.SANS.width("\u4e2d", 10)).isEqualTo(question);
        assertThat(Letters.SANS.line("\u4e2d", 10).getBounds2D())
                .isEqualTo(Letters.SANS.line("?", 10).getBounds2D());
        // Liberation Sans has Helvetica's widths: N is 722 thousandths of its height.
        assertThat(Letters.SANS.width("N", 1_000)).isBetween(721.0, 723.0);
    }

    @Test
    void aPageHasThreeBytesAPixel() {
        assertThatThrownBy(() -> new ShownPage(2, 2, new byte[11])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShownPage(0, 2, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static ShownPage page(int ground) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        Arrays.fill(rgb, (byte) ground);
        return new ShownPage(WIDTH, HEIGHT, rgb);
    }

    private static BufferedImage seen(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static double changed(BufferedImage picture, int ground) {
        int changed = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                changed += Math.abs(new Color(picture.getRGB(x, y)).getRed() - ground) > 20 ? 1 : 0;
            }
        }
        return (double) changed / (picture.getWidth() * picture.getHeight());
    }
}
