package muhafiz.sandbox.page;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A picture's pixels row by row, as {@link BufferedImage#getRGB(int, int)} tells them: opacity, red, green and blue, 8 bits each. Takes the
 * bytes of what scanners and cameras write as they lie there, which costs a tenth of asking the colour model for each pixel. For one thread.
 */
public final class PixelRows {
    private static final int OPAQUE = 255 << 24;

    private final BufferedImage picture;
    private final Raster raster;
    private final Source source;
    private final int[] row;

    private interface Source {
        void read(int y);
    }

    private PixelRows(BufferedImage picture) {
        this.picture = picture;
        this.raster = picture.getRaster();
        this.row = new int[picture.getWidth()];
        this.source = source();
    }

    public static PixelRows of(BufferedImage picture) {
        return new PixelRows(picture);
    }

    /** The row, until the next is asked for. */
    @SuppressWarnings(
            "PMD.MethodReturnsInternalArray") // the point of it: a row for each would be as large as the picture
    public int[] row(int y) {
        source.read(y);
        return row;
    }

    private Source source() {
        ColorModel model = picture.getColorModel();
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return this::ofInts;
        }
        boolean isBytes = raster.getTransferType() == DataBuffer.TYPE_BYTE;
        if (isBytes && raster.getNumDataElements() == 1 && model.getPixelSize() == Byte.SIZE) {
            return ofLevels(model);
        }
        boolean isPlain = model instanceof ComponentColorModel
                && model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && model.getColorSpace().isCS_sRGB()
                && !model.hasAlpha();
        return isBytes && isPlain && raster.getNumDataElements() == 3 ? ofBytes() : this::ofAny;
    }

    private void ofInts(int y) {
        raster.getDataElements(0, y, row.length, 1, row);
        for (int x = 0; x < row.length; x++) {
            row[x] |= OPAQUE;
        }
    }

    private Source ofLevels(ColorModel model) {
        byte[] bytes = new byte[row.length];
        int[] colours = new int[1 << Byte.SIZE];
        Arrays.setAll(colours, level -> model.getRGB(new byte[] {(byte) level}));
        return y -> {
            raster.getDataElements(0, y, row.length, 1, bytes);
            for (int x = 0; x < row.length; x++) {
                row[x] = colours[bytes[x] & 255];
            }
        };
    }

    private Source ofBytes() {
        byte[] bytes = new byte[3 * row.length];
        return y -> {
            raster.getDataElements(0, y, row.length, 1, bytes);
            for (int x = 0, at = 0; x < row.length; x++, at += 3) {
                row[x] = OPAQUE | (bytes[at] & 255) << 16 | (bytes[at + 1] & 255) << 8 | bytes[at + 2] & 255;
            }
        };
    }

    private void ofAny(int y) {
        picture.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
}
