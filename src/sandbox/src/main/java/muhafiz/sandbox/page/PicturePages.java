package muhafiz.sandbox.page;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A JPEG or PNG as the one page it is, or the pages of a TIFF. */
public final class PicturePages implements Pages {
    /** More pixels than that are not decoded, whatever is left out of them. */
    private static final long MOST_PIXELS = 100_000_000;
    /** Bytes of a decoded picture, as it is before it is drawn. */
    private static final long MOST_BYTES = 18L << 20;

    /** More is no paper that somebody put on a scanner; each costs a look at its tags. */
    private static final int MOST_OF_A_TIFF = 1_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "tif");

    private final ImageInputStream in;
    private final ImageReader reader;
    private final Path document;
    private final int count;
    private int decodedIndex = -1;
    private @Nullable BufferedImage decoded;

    private PicturePages(ImageInputStream in, ImageReader reader, Path document)
            throws IOException, UndrawableException {
        this.in = in;
        this.reader = reader;
        this.document = document;
        reader.setInput(in, false, !isTiff());
        this.count = isTiff() ? counted() : 1;
    }

    static PicturePages of(Path document) throws IOException, UndrawableException {
        ImageIO.setUseCache(false);
        ImageInputStream in = ImageIO.createImageInputStream(document.toFile());
        try {
            return new PicturePages(in, reader(in), document);
        } catch (IOException | UndrawableException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The JDK's own: Tika brings others, which speak otherwise of the same formats. */
    private static ImageReader reader(ImageInputStream in) throws IOException, UndrawableException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule() && FORMATS.contains(format(reader))) {
                return reader;
            }
        }
        throw new UndrawableException("unsupported");
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    private boolean isTiff() throws IOException {
        return format(reader).equals("tif");
    }

    /** One directory after the other: asked for their number, the reader would follow those that name each other for ever. */
    private int counted() throws IOException, UndrawableException {
        for (int found = 0; found <= MOST_OF_A_TIFF; found++) {
            if (!isThere(found)) {
                return found;
            }
        }
        throw new UndrawableException("too-many-pages");
    }

    private boolean isThere(int index) throws IOException {
        try {
            return reader.getWidth(index) > 0;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    @Override
    public boolean isScan(int page, long mostPixels) throws IOException {
        return (long) reader.getWidth(page - 1) * reader.getHeight(page - 1) <= mostPixels;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public BufferedImage drawn(int page, Detail detail) throws IOException, UndrawableException {
        int index = page - 1;
        BufferedImage raw = decoded(index);
        double scale = detail.perPixel(raw.getWidth(), raw.getHeight());
        BufferedImage small = Shrunk.to(raw, scaled(raw.getWidth(), scale), scaled(raw.getHeight(), scale));
        return upright(small, isTiff() ? Orientation.of(reader, index) : Orientation.of(document));
    }

    /** The same page is asked for in several sizes, one after the other. */
    private BufferedImage decoded(int index) throws IOException, UndrawableException {
        BufferedImage last = decoded;
        if (last == null || decodedIndex != index) {
            decoded = null;
            last = reader.read(index, sampling(index));
            decoded = last;
            decodedIndex = index;
        }
        return last;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.floor(length * scale + 1e-6));
    }

    private ImageReadParam sampling(int index) throws IOException, UndrawableException {
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        if (pixels > MOST_PIXELS) {
            throw new UndrawableException("too-large");
        }
        long bytes = pixels * bitsOfAPixel(index) / Byte.SIZE;
        int every = (int) Math.ceil(Math.sqrt((double) bytes / MOST_BYTES));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(every, 1), Math.max(every, 1), 0, 0);
        return param;
    }

    /** Of colours that the JDK does not draw, such as those of print, there is no type. */
    private int bitsOfAPixel(int index) throws IOException, UndrawableException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
        if (!types.hasNext()) {
            throw new UndrawableException("unsupported");
        }
        return types.next().getColorModel().getPixelSize();
    }

    /** @param orientation as cameras write it (Exif 2.3, tag 0x0112): 1 to 8; what says nothing is upright */
    private static BufferedImage upright(BufferedImage raw, int orientation) {
        int width = raw.getWidth();
        int height = raw.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return raw;
        }
        boolean isTurned = orientation >= 5;
        BufferedImage seen =
                new BufferedImage(isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = seen.createGraphics();
        pen.drawImage(raw, turn, null);
        pen.dispose();
        return seen;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
