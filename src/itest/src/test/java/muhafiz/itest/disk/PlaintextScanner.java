package muhafiz.itest.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for canaries: in every spelling, as bytes stand and decompressed, in names, contents and extended attributes of
 * files. One thread at a time; finds add up.
 */
final class PlaintextScanner {
    private static final int WINDOW = 32 << 20;
    private static final int OVERLAP = 1 << 20;
    private static final int DEEPEST = 3;
    private static final int ALIGNED = 4;
    private static final int SHOWN = 24;
    private static final int MOST = 1000;

    private final Search search;
    private final Set<Find> finds = new LinkedHashSet<>();

    /**
     * A canary where it must not be.
     *
     * @param behind what follows it there
     */
    record Find(Canary canary, String spelling, String place, String behind) {}

    PlaintextScanner(Collection<Canary> canaries) {
        List<Spellings.Spelling> spellings = canaries.stream()
                .flatMap(canary -> Spellings.of(canary).stream())
                .toList();
        this.search = new Search(spellings);
    }

    Set<Find> finds() {
        return Set.copyOf(finds);
    }

    /** Reads what stands in memory, decompressed too. */
    void bytes(String place, byte[] bytes) {
        deeply(place, bytes, bytes.length, 0);
    }

    private void deeply(String place, byte[] bytes, int length, int depth) {
        plainly(place, bytes, length);
        if (depth < DEEPEST) {
            Deflated.in(bytes, length, content -> deeply(place + " (deflated)", content, content.length, depth + 1));
        }
    }

    private void plainly(String place, byte[] bytes, int length) {
        search.in(bytes, length, (spelling, end) -> {
            if (finds.size() < MOST) {
                String behind = new String(bytes, end, Math.min(SHOWN, length - end), StandardCharsets.ISO_8859_1);
                finds.add(new Find(spelling.canary(), spelling.name(), place, behind.replaceAll("[^ -~]", ".")));
            }
        });
    }

    /** Reads a file's name, extended attributes and content; a file that is gone by now is none. */
    void file(Path file) throws IOException {
        byte[] name = file.toString().getBytes(StandardCharsets.UTF_8);
        plainly("name of " + file, name, name.length);
        try {
            attributes(file);
            if (Files.isRegularFile(file)) {
                content(file);
            }
        } catch (NoSuchFileException gone) {
            plainly("name of " + file, name, name.length);
        }
    }

    private void attributes(Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (String attribute : view.list()) {
            ByteBuffer value = ByteBuffer.allocate(view.size(attribute));
            view.read(attribute, value);
            bytes("attribute of " + file, attribute.getBytes(StandardCharsets.UTF_8));
            bytes("attribute " + attribute + " of " + file, value.array());
        }
    }

    private void content(Path file) throws IOException {
        byte[] window = new byte[(int) Math.min(WINDOW, Math.max(1, Files.size(file)))];
        try (InputStream in = Files.newInputStream(file)) {
            int length = in.readNBytes(window, 0, window.length);
            while (length > 0) {
                window(file, window, length);
                if (length < WINDOW) {
                    return;
                }
                System.arraycopy(window, WINDOW - OVERLAP, window, 0, OVERLAP);
                int more = in.readNBytes(window, OVERLAP, WINDOW - OVERLAP);
                length = more == 0 ? 0 : OVERLAP + more;
            }
        }
    }

    private void window(Path file, byte[] bytes, int length) {
        String place = file.toString();
        deeply(place, bytes, length, 0);
        if (place.contains("/pg_wal/")) {
            byte[] joined = WalPages.joined(bytes, length);
            plainly(place + " (joined)", joined, joined.length);
            Toast.in(joined, joined.length, 1, value -> plainly(place + " (TOAST)", value, value.length));
        } else if (place.contains("/postgresql/data/")) {
            Toast.in(bytes, length, ALIGNED, value -> plainly(place + " (TOAST)", value, value.length));
        }
    }
}
