package muhafiz.service.disposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A bag (RFC 8493, version 1.0) in a ZIP, written as its payload comes: the manifests follow the files they list. One thread; {@link
 * #finish} is called last, and nothing is closed.
 */
public final class Bag {
    private static final String PAYLOAD = "data/";

    private final String name;
    private final ZipOutputStream zip;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private long octets;

    /** @param name of the folder that is the bag */
    public Bag(String name, OutputStream out) {
        this.name = name;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(0);
    }

    /** Writes a file's bytes. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Adds a payload file.
     *
     * @param path below {@code data/}, of ASCII letters, digits, dots, dashes and slashes
     * @return SHA-256 of its bytes in lower-case hex
     */
    public String add(String path, Content content) throws IOException {
        String hash = write(PAYLOAD + path, out -> {
            CountingOutput counting = new CountingOutput(out);
            content.writeTo(counting);
            octets += counting.count();
        });
        payload.put(PAYLOAD + path, hash);
        return hash;
    }

    /**
     * Writes what makes it a bag.
     *
     * @param about further labels of {@code bag-info.txt}, one line each
     */
    public void finish(Map<String, String> about, LocalDate day) throws IOException {
        StringBuilder info = new StringBuilder();
        new TreeMap<>(about)
                .forEach((label, value) ->
                        info.append(label).append(": ").append(value).append('\n'));
        info.append("Bagging-Date: ").append(day).append('\n');
        info.append("Payload-Oxum: ")
                .append(octets)
                .append('.')
                .append(payload.size())
                .append('\n');
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag("bag-info.txt", info.toString());
        tag("manifest-sha256.txt", lines(payload));
        write("tagmanifest-sha256.txt", out -> out.write(lines(tags).getBytes(StandardCharsets.UTF_8)));
        zip.finish();
        zip.flush();
    }

    private void tag(String path, String text) throws IOException {
        tags.put(path, write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String lines(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return lines.toString();
    }

    private String write(String path, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name + "/" + path));
        DigestOutputStream hashing = new DigestOutputStream(zip, sha256());
        content.writeTo(hashing);
        zip.closeEntry();
        return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
    }

    /** SHA-256, begun. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
