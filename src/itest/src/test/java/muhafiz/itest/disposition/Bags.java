package muhafiz.itest.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.proof.tree.Sha256;

/** What RFC 8493 wants of a bag, as its section 3 says it. */
final class Bags {
    private Bags() {}

    /** @param files of one bag, each below the bag's folder */
    static void requireWhole(Map<String, byte[]> files) {
        String root = files.keySet().iterator().next().replaceFirst("/.*", "/");
        assertThat(files.keySet()).allMatch(name -> name.startsWith(root));
        assertThat(text(files, root + "bagit.txt"))
                .isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Map<String, String> payload = manifest(text(files, root + "manifest-sha256.txt"));
        assertThat(payload.keySet())
                .as("every payload file is listed, and no other")
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .map(name -> name.substring(root.length()))
                        .filter(name -> name.startsWith("data/"))
                        .toList());
        payload.putAll(manifest(text(files, root + "tagmanifest-sha256.txt")));
        assertThat(payload).containsKeys("bagit.txt", "bag-info.txt", "manifest-sha256.txt");
        payload.forEach((name, hash) -> assertThat(sha256(files.getOrDefault(root + name, new byte[0])))
                .as("%s", name)
                .isEqualTo(hash));
        long octets = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(root + "data/"))
                .mapToLong(file -> file.getValue().length)
                .sum();
        long count = files.keySet().stream()
                .filter(name -> name.startsWith(root + "data/"))
                .count();
        assertThat(text(files, root + "bag-info.txt")).contains("Payload-Oxum: " + octets + "." + count + "\n");
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static Map<String, String> manifest(String lines) {
        Map<String, String> hashes = new TreeMap<>();
        lines.lines().forEach(line -> {
            String[] parts = line.split(" +", 2);
            hashes.put(parts[1], parts[0]);
        });
        return hashes;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
