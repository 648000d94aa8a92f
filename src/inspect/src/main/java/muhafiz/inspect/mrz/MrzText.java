package muhafiz.inspect.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a machine-readable zone in lines of text. */
public final class MrzText {
    private static final Pattern LINE = Pattern.compile("[A-Z0-9<]{30}|[A-Z0-9<]{36}|[A-Z0-9<]{44}");

    private MrzText() {}

    /**
     * The zone among these lines, one below the other, whatever stands around them; the one whose check digits hold where there are several.
     * Spaces within lines count for nothing, and the guillemets that some programs write for fillers are fillers.
     */
    public static Optional<Mrz> find(List<String> lines) {
        List<String> candidates = lines.stream()
                .map(MrzText::plain)
                .filter(line -> LINE.matcher(line).matches())
                .toList();
        List<Mrz> found = new ArrayList<>();
        for (int first = 0; first < candidates.size(); first++) {
            for (int count : new int[] {3, 2}) {
                if (first + count <= candidates.size()) {
                    Mrz.of(candidates.subList(first, first + count)).ifPresent(found::add);
                }
            }
        }
        return found.stream().min(Comparator.comparingInt(zone -> zone.failing().size()));
    }

    private static String plain(String line) {
        return line.replaceAll("\\s", "").replace("«", "<<").replace('‹', '<');
    }
}
