package muhafiz.sandbox.page;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/** How a picture has to be turned to stand upright: 1 to 8 (Exif 2.3 and TIFF 6.0, tag 0x0112); 1 where it says nothing. */
final class Orientation {
    private static final int UPRIGHT = 1;

    private Orientation() {}

    /** Of a photo. */
    static int of(Path document) throws IOException {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(document.toFile())
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : UPRIGHT;
        } catch (ImageProcessingException | MetadataException e) {
            return UPRIGHT;
        }
    }

    /** Of a page of a TIFF, from 0. */
    static int of(ImageReader tiff, int index) throws IOException {
        TIFFField field = TIFFDirectory.createFromMetadata(tiff.getImageMetadata(index))
                .getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
        return field == null ? UPRIGHT : field.getAsInt(0);
    }
}
