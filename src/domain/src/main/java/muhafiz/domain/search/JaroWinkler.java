package muhafiz.domain.search;

/** How alike two spellings are, 0 to 1: Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990. */
final class JaroWinkler {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX = 4;

    private JaroWinkler() {}

    static double similarity(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        double jaro = jaro(one, other);
        int same = 0;
        while (same < Math.min(PREFIX, Math.min(one.length(), other.length()))
                && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return jaro + same * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        boolean[] taken = new boolean[other.length()];
        String mine = common(one, other, taken);
        if (mine.isEmpty()) {
            return 0;
        }
        int moved = 0;
        int next = 0;
        for (int j = 0; j < other.length(); j++) {
            if (taken[j]) {
                moved += mine.charAt(next++) == other.charAt(j) ? 0 : 1;
            }
        }
        double matches = mine.length();
        return (matches / one.length() + matches / other.length() + (matches - moved / 2.0) / matches) / 3;
    }

    /** The letters of {@code one} that {@code other} has near the same place; marks those as taken. */
    private static String common(String one, String other, boolean[] taken) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        StringBuilder common = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            int end = Math.min(other.length(), i + reach + 1);
            int at = other.indexOf(one.charAt(i), Math.max(0, i - reach));
            while (at >= 0 && at < end && taken[at]) {
                at = other.indexOf(one.charAt(i), at + 1);
            }
            if (at >= 0 && at < end) {
                taken[at] = true;
                common.append(one.charAt(i));
            }
        }
        return common.toString();
    }
}
