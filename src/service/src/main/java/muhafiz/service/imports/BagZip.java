package muhafiz.service.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A bag in a ZIP, at its top or in one folder there (RFC 8493, section 4.2). Nothing of it is unpacked into a file. */
final class BagZip implements Bag {
    /** Their names are held in memory; more come as a folder. */
    static final int MOST_FILES = 200_000;

    private static final String DECLARATION = "bagit.txt";

    private final ZipFile zip;
    private final String top;

    /**
     * @param bytes closed with it
     * @throws BagFault where it is none, or has what no bag needs: encrypted files, links, one name twice
     */
    BagZip(SeekableByteChannel bytes) throws IOException, BagFault {
        this.zip = opened(bytes);
        try {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            check(entries);
            this.top = top(entries);
        } catch (BagFault | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile opened(SeekableByteChannel bytes) throws IOException, BagFault {
        try {
            return ZipFile.builder().setSeekableByteChannel(bytes).get();
        } catch (IOException e) {
            bytes.close();
            throw new BagFault("bag-not-readable", "it is no ZIP, or a damaged one");
        }
    }

    private void check(List<ZipArchiveEntry> entries) throws BagFault {
        if (entries.size() > MOST_FILES) {
            throw new BagFault("bag-too-large", "a ZIP has at most " + MOST_FILES + " files; bring it as a folder");
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw new BagFault("bag-not-readable", "two files of the ZIP have one name");
            }
            if (entry.isUnixSymlink() || !zip.canReadEntryData(entry)) {
                throw new BagFault("bag-not-readable", "a link, or a file that is encrypted or packed in a rare way");
            }
        }
    }

    private static String top(List<ZipArchiveEntry> entries) throws BagFault {
        return entries.stream()
                .map(ZipArchiveEntry::getName)
                .filter(name -> name.equals(DECLARATION) || name.matches("[^/]+/" + DECLARATION))
                .map(name -> name.substring(0, name.length() - DECLARATION.length()))
                .findFirst()
                .orElseThrow(() -> new BagFault("bag-not-declared", "there is no " + DECLARATION));
    }

    @Override
    public InputStream open(String path) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(top + path);
        if (entry == null || entry.isDirectory()) {
            throw new NoSuchFileException("a file of the bag");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void eachFile(Consumer<String> use) {
        Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(top))
                .forEach(entry -> use.accept(entry.getName().substring(top.length())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
