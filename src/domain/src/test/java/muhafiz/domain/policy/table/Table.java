package muhafiz.domain.policy.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of expected values, written down from the owner's requirements; a line that begins with # explains. */
public final class Table {
    private Table() {}

    /** The lines of {@code tables/<name>.txt}, in order. */
    public static List<String> rows(String name) {
        try (var file = Table.class.getResourceAsStream("/muhafiz/domain/policy/tables/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no table " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of {@code plain.txt} for one section of the file, or for a field of one. */
    static List<String> plain(String section) {
        return rows("plain").stream()
                .filter(row -> isOf(section, row.substring(0, row.indexOf(" = "))))
                .toList();
    }

    private static boolean isOf(String section, String path) {
        return path.equals(section) || path.startsWith(section + ".") || path.startsWith(section + "[");
    }
}
