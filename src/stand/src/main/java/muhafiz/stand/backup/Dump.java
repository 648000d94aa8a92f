package muhafiz.stand.backup;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dump says of itself.
 *
 * @param kind {@code data} or {@code key}
 * @param archive the archive it is of
 * @param schema version of the schema it was made under
 * @param madeAt the moment it shows
 * @param newestEpoch of the key ring at that moment
 * @param sha256 of each table's lines, in hexadecimal, by the table's name
 */
public record Dump(
        Kind kind, String archive, String schema, Instant madeAt, long newestEpoch, Map<String, String> sha256) {
    static final String MANIFEST = "manifest.properties";

    /** What a dump holds. */
    public enum Kind {
        /** Every table but the key ring's and those that are rebuilt by themselves. */
        DATA("archive"),
        /** The key ring with its tombstones. */
        KEY("keyring");

        private final String schema;

        Kind(String schema) {
            this.schema = schema;
        }

        String schema() {
            return schema;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Dump {
        sha256 = new TreeMap<>(sha256);
    }

    Map<String, String> lines() {
        Map<String, String> lines = new TreeMap<>();
        lines.put("kind", kind.word());
        lines.put("archive", archive);
        lines.put("schema", schema);
        lines.put("made-at", madeAt.toString());
        lines.put("newest-epoch", Long.toString(newestEpoch));
        sha256.forEach((table, hash) -> lines.put("sha256." + table, hash));
        return lines;
    }
}
