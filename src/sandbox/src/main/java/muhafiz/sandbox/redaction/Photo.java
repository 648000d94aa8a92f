package muhafiz.sandbox.redaction;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
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
import javax.imageio.stream.ImageInputStream;
import muhafiz.inspect.redaction.Marks;

/** A JPEG or PNG as a page. No text is recognised in it: a word is never met. */
final class Photo {
    /** More pixels than that are not decoded, whatever is left out of them. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private Photo() {}

    /** @return 0, the words met */
    static int redact(Path document, Marks marks, ImagePdf made) throws IOException, RefusedException {
        if (marks.areas().stream().anyMatch(mark -> mark.page() > 1)) {
            throw new RefusedException("no-such-page");
        }
        made.add(upright(read(document), orientation(document)), PdfPages.areas(marks, 1));
        return 0;
    }

    private static BufferedImage read(Path document) throws IOException, RefusedException {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(document.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new RefusedException("unsupported");
            }
            try {
                reader.setInput(in, true, true);
                return reader.read(0, sampling(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReadParam sampling(ImageReader reader) throws IOException, RefusedException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new RefusedException("too-large");
        }
        int every = (int) Math.ceil(Math.sqrt((double) pixels / ImagePdf.PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(every, 1), Math.max(every, 1), 0, 0);
        return param;
    }

    /** As cameras write it (Exif 2.3, tag 0x0112): 1 to 8; what says nothing is upright. */
    private static int orientation(Path document) throws IOException {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(document.toFile())
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException e) {
            return 1;
        }
    }

    /** As it is seen, without transparency: what was marked was marked on that. */
    private static BufferedImage upright(BufferedImage raw, int orientation) {
        int width = raw.getWidth();
        int height = raw.getHeight();
        boolean isTurned = orientation >= 5 && orientation <= 8;
        BufferedImage seen =
                new BufferedImage(isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_INT_RGB);
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
        Graphics2D pen = seen.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, seen.getWidth(), seen.getHeight());
        pen.drawImage(raw, turn, null);
        pen.dispose();
        return seen;
    }
}
