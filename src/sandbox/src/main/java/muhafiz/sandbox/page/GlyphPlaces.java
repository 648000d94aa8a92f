package muhafiz.sandbox.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.TextPosition;

/** Where the glyphs of a PDF's page stand as it is seen, rather too much than too little: in fractions of its width and height from the upper left. */
public final class GlyphPlaces {
    /** Beside a glyph's own advance and the font's own height, in ems. */
    private static final double BESIDE = 0.06;

    private static final double BELOW = -0.3;
    private static final double ABOVE = 1.0;
    private static final double THOUSAND = 1000.0;

    private final PDRectangle box;
    private final int rotation;

    public GlyphPlaces(PDPage page) {
        this.box = page.getCropBox();
        this.rotation = Math.floorMod(page.getRotation(), 360);
    }

    public Rectangle2D of(TextPosition position) throws IOException {
        PDFont font = position.getFont();
        AffineTransform text = position.getTextMatrix().createAffineTransform();
        double advance = 0;
        for (int code : position.getCharacterCodes()) {
            advance += font.getWidth(code) / THOUSAND;
        }
        double below = Math.max(-1, Math.min(BELOW, font.getBoundingBox().getLowerLeftY() / THOUSAND));
        double above = Math.min(2, Math.max(ABOVE, font.getBoundingBox().getUpperRightY() / THOUSAND));
        if (font instanceof PDType3Font own) {
            text.concatenate(own.getFontMatrix().createAffineTransform());
            text.scale(THOUSAND, THOUSAND);
        }
        Rectangle2D glyph =
                new Rectangle2D.Double(-BESIDE, below, Math.max(advance, BESIDE) + 2 * BESIDE, above - below);
        return seen(text.createTransformedShape(glyph).getBounds2D());
    }

    /** From points upwards from the lower left of the crop box to fractions downwards from the upper left of what is seen. */
    private Rectangle2D seen(Rectangle2D points) {
        double x = points.getX() / box.getWidth();
        double y = 1 - points.getMaxY() / box.getHeight();
        double width = points.getWidth() / box.getWidth();
        double height = points.getHeight() / box.getHeight();
        return switch (rotation) {
            case 90 -> new Rectangle2D.Double(1 - y - height, x, height, width);
            case 180 -> new Rectangle2D.Double(1 - x - width, 1 - y - height, width, height);
            case 270 -> new Rectangle2D.Double(y, 1 - x - width, height, width);
            default -> new Rectangle2D.Double(x, y, width, height);
        };
    }
}
