package muhafiz.domain.technical;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was captured of one visit.
 *
 * @param at when
 * @param fields at least one of {@link #FIELDS}
 */
public record Captured(Instant at, Map<String, String> fields) {
    /** Location, address in the network, device or network, what was used. */
    public static final Set<String> FIELDS = Set.of("location", "ip", "device", "usage");

    private static final int LONGEST = 500;
    private static final int LONGEST_IP = 45;

    public Captured {
        if (fields.isEmpty() || !FIELDS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("an item has one or more of device, ip, location, usage");
        }
        fields.forEach(Captured::check);
        fields = new TreeMap<>(fields);
    }

    private static void check(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + " has 1 to " + LONGEST + " characters");
        }
        if (name.equals("ip") && (text.length() > LONGEST_IP || !text.matches("[0-9A-Fa-f:.]+"))) {
            throw new IllegalArgumentException("ip is an address of IPv4 or IPv6");
        }
    }
}
