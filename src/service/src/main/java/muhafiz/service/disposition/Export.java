package muhafiz.service.disposition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An exit: all that is held of a unit, of classes, or of everything, for one receiver.
 *
 * @param unit whose cases; empty text for every unit's
 * @param classes of documents and cases; none for all
 * @param certificate of the receiver, X.509 in PEM
 * @param asOf what was received by then, in whole seconds
 */
record Export(
        UUID id, String unit, SortedSet<String> classes, String certificate, Instant asOf, String user, String role) {
    private static final String FORMAT = "muhafiz export v1";

    Export {
        classes = new TreeSet<>(classes);
    }

    /** What approvals name: SHA-256 in lower-case hex over what goes and to whom. */
    String digest() {
        return sha256(String.join(
                "\n",
                FORMAT,
                id.toString(),
                unit,
                String.join(" ", classes),
                asOf.toString(),
                sha256(certificate),
                ""));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Bag.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
