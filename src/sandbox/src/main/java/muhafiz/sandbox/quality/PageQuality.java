package muhafiz.sandbox.quality;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What can be said of a page in numbers.
 *
 * @param edge pixels of the longer edge, as it was looked at
 * @param blur softness of the sharpest edges, in ten-thousandths of {@code edge}
 * @param contrast between the darkest and the brightest that is more than a speck, 0 to 255
 * @param brightest luma below which 99 of 100 pixels are, 0 to 255
 */
record PageQuality(int edge, int blur, int contrast, int brightest) {
    /** Longer edge of the picture that is looked at: a page of a passport at 200 dpi. Larger ones are made smaller first. */
    static final int EDGE = 1_000;

    private static final double SPECK = 0.0005;
    private static final int PARTS = 10_000;

    static PageQuality of(BufferedImage page) {
        Luma luma = Luma.of(page);
        int edge = Math.max(luma.width(), luma.height());
        return new PageQuality(
                edge,
                (int) Math.round(EdgeWidth.of(luma) / edge * PARTS),
                luma.quantile(1 - SPECK) - luma.quantile(SPECK),
                luma.quantile(0.99));
    }

    /** The most that is wrong with any of them; empty sides beside written ones are no fault. */
    static PageQuality worst(List<PageQuality> pages) {
        int contrast = pages.stream().mapToInt(PageQuality::contrast).max().orElse(0);
        List<PageQuality> written =
                pages.stream().filter(page -> page.contrast() * 2 >= contrast).toList();
        return new PageQuality(
                written.stream().mapToInt(PageQuality::edge).min().orElse(0),
                written.stream().mapToInt(PageQuality::blur).max().orElse(0),
                contrast,
                written.stream().mapToInt(PageQuality::brightest).min().orElse(0));
    }
}
