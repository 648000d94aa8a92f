package muhafiz.sandbox.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * How large an office file becomes when it is unpacked, by what its own table of contents says. An honest bomb is
 * known here for the price of reading the table; one whose table lies meets the heap and time limits.
 */
final class Unpacked {
    /** Bytes of all entries together. */
    private static final long MOST = 512L << 20;
    /** Below this an entry may be packed as tightly as it likes. */
    private static final long HARMLESS = 16L << 20;
    /** Unpacked to packed; POI's ZipSecureFile draws the line at the same place. */
    private static final long TIGHTEST = 100;

    private Unpacked() {}

    /** False for anything that is not a ZIP file. */
    static boolean isTooMuch(Path document) throws IOException {
        try (ZipFile zip = new ZipFile(document.toFile())) {
            long all = zip.stream()
                    .mapToLong(entry -> Math.max(entry.getSize(), 0))
                    .sum();
            return all > MOST || zip.stream().anyMatch(Unpacked::isBomb);
        } catch (ZipException e) {
            return false;
        }
    }

    private static boolean isBomb(ZipEntry entry) {
        return entry.getSize() > HARMLESS && entry.getSize() / TIGHTEST > entry.getCompressedSize();
    }
}
