package muhafiz.proof.paper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import muhafiz.proof.tree.Sha256;

/**
 * What somebody proposed to dispose of, frozen: an approval names its {@link #digest}, so that nobody approves another list than the one
 * that was looked at. {@code package-info} shows the text.
 *
 * @param asOf the day by which every item has reached its end
 * @param isAtOnce whether copies of keys are to be put out of reach by an emergency rotation, without waiting for the usual ones
 * @param items in any order; kept in the order of their ids, each once
 */
public record DispositionList(LocalDate asOf, boolean isAtOnce, List<DisposedItem> items) {
    private static final String FORMAT = "muhafiz disposition v1";

    public DispositionList {
        items = items.stream()
                .sorted(Comparator.comparing(item -> item.id().toString()))
                .toList();
        if (items.stream().map(DisposedItem::id).distinct().count() != items.size()) {
            throw new IllegalArgumentException("a list names each item once");
        }
    }

    /** SHA-256 of the list's text, in lower-case hex. */
    public String digest() {
        return sha256(FORMAT + "\n" + asOf + "\n" + (isAtOnce ? "at-once" : "usual") + "\n" + lines(items));
    }

    static String lines(List<DisposedItem> items) {
        return items.stream().map(DisposedItem::line).collect(Collectors.joining());
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
