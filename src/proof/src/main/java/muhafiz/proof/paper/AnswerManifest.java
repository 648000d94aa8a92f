package muhafiz.proof.paper;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muhafiz.proof.tlog.SignedNote;

/**
 * What an answer package holds, as the text of a signed note; {@code package-info} shows it. The lines are those of
 * {@code sha256sum}. The checkpoint tells when it was signed, and with it by which of the log's keys: whoever signs must have one that
 * was valid at its size.
 *
 * @param about one line, such as the number of the request; not empty
 * @param checkpoint of the log, as it is published
 * @param files SHA-256 in lower-case hex by name; names are relative, with slashes, without {@code ..}
 */
public record AnswerManifest(String about, SignedNote checkpoint, Map<String, String> files) {
    /** The name of the manifest in the package. */
    public static final String NAME = "manifest.note";

    private static final String FORMAT = "muhafiz answer package v1";
    private static final String GAP = "  ";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}(/[^/\\\\\\p{Cntrl}]{1,200}){0,8}");

    public AnswerManifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (about.isEmpty() || about.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a manifest says in one line what it is about");
        }
        files.forEach((name, hash) -> {
            if (!isName(name) || !HASH.matcher(hash).matches()) {
                throw new IllegalArgumentException("a line of a manifest is a SHA-256 in hex, two spaces and a name");
            }
        });
    }

    private static boolean isName(String name) {
        return FILE.matcher(name).matches()
                && !name.equals(NAME)
                && Arrays.stream(name.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /** The text of the note. */
    public String text() {
        return FORMAT + "\n" + about + "\n"
                + files.entrySet().stream()
                        .map(file -> file.getValue() + GAP + file.getKey() + "\n")
                        .collect(Collectors.joining())
                + "\n" + checkpoint.asText();
    }

    /**
     * Reads the text of a note; whether anybody signed it was looked at elsewhere.
     *
     * @throws IllegalArgumentException when it is no manifest
     */
    public static AnswerManifest parse(String text) {
        int end = text.indexOf("\n\n");
        String[] lines = text.substring(0, Math.max(0, end)).split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(FORMAT)) {
            throw new IllegalArgumentException("a manifest begins with " + FORMAT + " and ends with a checkpoint");
        }
        return new AnswerManifest(lines[1], SignedNote.parse(text.substring(end + 2)), files(lines));
    }

    private static Map<String, String> files(String[] lines) {
        var files = new TreeMap<String, String>();
        for (String line : Arrays.asList(lines).subList(2, lines.length)) {
            int gap = line.indexOf(GAP);
            if (gap < 0 || files.put(line.substring(gap + GAP.length()), line.substring(0, gap)) != null) {
                throw new IllegalArgumentException("a manifest names each file once, after its hash");
            }
        }
        return files;
    }
}
