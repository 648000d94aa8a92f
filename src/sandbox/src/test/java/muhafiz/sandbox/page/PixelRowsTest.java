package muhafiz.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's own colour models say of a pixel is what is right. */
class PixelRowsTest {
    /** All types that {@link BufferedImage} names. */
    static IntStream types() {
        return IntStream.rangeClosed(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_INDEXED);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPixelIsWhatTheColourModelSaysItIs(int type) {
        BufferedImage picture = new BufferedImage(37, 11, type);
        Random random = new Random(type);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        BufferedImage cut = picture.getSubimage(3, 2, 30, 8);

        for (BufferedImage each : new BufferedImage[] {picture, cut}) {
            PixelRows rows = PixelRows.of(each);
            for (int y = 0; y < each.getHeight(); y++) {
                assertThat(rows.row(y)).isEqualTo(each.getRGB(0, y, each.getWidth(), 1, null, 0, each.getWidth()));
            }
        }
    }
}
