package muhafiz.api.http;

import java.util.regex.Pattern;

/** The network a call comes from, so that many addresses of one guesser count as one: IPv4 /24 or IPv6 /56. */
public final class ClientNetwork {
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})\\.[0-9]{1,3}");

    private ClientNetwork() {}

    /** @param address as the servlet container gives it: a literal, perhaps with a zone */
    public static String of(String address) {
        var ipv4 = IPV4.matcher(address.startsWith("::ffff:") ? address.substring(7) : address);
        if (ipv4.matches()) {
            return ipv4.group(1) + ".0/24";
        }
        int[] groups = groups(address.replaceFirst("%.*", ""));
        return String.format("%x:%x:%x:%x::/56", groups[0], groups[1], groups[2], groups[3] & 0xff00);
    }

    /** The first four groups; zero where the literal leaves them out. */
    private static int[] groups(String literal) {
        int[] first = new int[4];
        String[] halves = literal.split("::", -1);
        String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
        String[] tail = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
        for (int i = 0; i < first.length; i++) {
            int fromTail = i - (8 - tail.length);
            first[i] = i < head.length ? group(head[i]) : fromTail >= 0 ? group(tail[fromTail]) : 0;
        }
        return first;
    }

    private static int group(String hex) {
        return hex.matches("[0-9A-Fa-f]{1,4}") ? Integer.parseInt(hex, 16) : 0;
    }
}
