package muhafiz.domain.statistics;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row that is counted by itself and equals the sum of others, such as {@code I1 = I2 + I3 + I4 + I5}. */
public record Identity(String whole, List<String> parts) {
    public Identity {
        parts = List.copyOf(parts);
    }

    /** @param text as the policy writes it */
    public static Identity of(String text) {
        List<String> words = Arrays.asList(text.split(" [=+] ", -1));
        return new Identity(words.get(0), words.subList(1, words.size()));
    }

    /** All its rows. */
    public Set<String> rows() {
        Set<String> rows = new LinkedHashSet<>(List.of(whole));
        rows.addAll(parts);
        return rows;
    }

    /**
     * What is wrong with these totals.
     *
     * @return the sentence that names the figures' difference; empty where the rule holds
     */
    public Optional<String> broken(Map<String, Long> totals) {
        long counted = totals.getOrDefault(whole, 0L);
        long sum = parts.stream().mapToLong(row -> totals.getOrDefault(row, 0L)).sum();
        return counted == sum
                ? Optional.empty()
                : Optional.of(whole + " and " + String.join(" + ", parts) + " differ by " + Math.abs(counted - sum));
    }
}
