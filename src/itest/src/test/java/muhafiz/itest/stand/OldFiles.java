package muhafiz.itest.stand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bag of old files (BagIt 1.0, RFC 8493), made by hand. Not thread-safe. */
public final class OldFiles {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final StringBuilder cases;
    private final StringBuilder files = new StringBuilder("number,path,kind,receivedOn,fileName\r\n");
    private final Map<String, byte[]> payload = new TreeMap<>();
    private final Map<String, byte[]> instead = new TreeMap<>();

    /** @param columns of the table of cases */
    public OldFiles(String columns) {
        this.cases = new StringBuilder(columns).append("\r\n");
    }

    public OldFiles line(String cells) {
        cases.append(cells).append("\r\n");
        return this;
    }

    /** A file of a case, received on this day; none where the text is empty. */
    public OldFiles file(String number, String kind, String day, Sample sample) {
        String path = "data/files/" + number + "-" + kind + "-" + payload.size();
        return file(number, path, kind, day, sample);
    }

    public OldFiles file(String number, String path, String kind, String day, Sample sample) {
        payload.put(path, sample.bytes());
        return named(number, path, kind, day);
    }

    /** A line of the table of files, whatever lies there. */
    public OldFiles named(String number, String path, String kind, String day) {
        files.append(number).append(',').append(path).append(',').append(kind).append(',');
        files.append(day).append(",scan of ").append(kind).append("\r\n");
        return this;
    }

    /** A file that no line names. */
    public OldFiles beside(String path, byte[] bytes) {
        payload.put(path, bytes);
        return this;
    }

    /** What lies there in truth, whatever the manifest says. */
    public OldFiles butThereLies(String path, byte[] bytes) {
        instead.put(path, bytes);
        return this;
    }

    private Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>(payload);
        all.put("data/cases.csv", utf8(cases.toString()));
        all.put("data/files.csv", utf8(files.toString()));
        StringBuilder manifest = new StringBuilder();
        all.forEach((path, bytes) ->
                manifest.append(sha256(bytes)).append("  ").append(path).append('\n'));
        all.putAll(instead);
        all.put("bagit.txt", utf8(DECLARATION));
        all.put("manifest-sha256.txt", utf8(manifest.toString()));
        return all;
    }

    /** @return its name in the folder of imports */
    public String inFolderOf(RunningArchive archive, String name) {
        Path root = archive.home().resolve("imports").resolve(name);
        all().forEach((path, bytes) -> {
            try {
                Path file = root.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return name;
    }

    /** @param top folder within it; empty where the bag is at the top */
    public byte[] zip(String top) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> one : all().entrySet()) {
                zip.putNextEntry(new ZipEntry(top + one.getKey()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
