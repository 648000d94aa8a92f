package muhafiz.domain.policy;

/**
 * The shipped policy with one thing broken, and what the loader must say about it.
 *
 * @param from text that stands once in the shipped file
 * @param to what replaces it
 * @param at text that stands once in the broken file, on the line that must be named
 * @param says part of the message
 */
record Broken(String title, String from, String to, String at, String says) {

    String yaml() {
        var shipped = ShippedPolicy.yaml();
        standsOnce(shipped, from);
        return shipped.replace(from, to);
    }

    /** Counted in the text, not by the loader. */
    int line() {
        var broken = yaml();
        standsOnce(broken, at);
        return 1
                + (int) broken.substring(0, broken.indexOf(at))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static void standsOnce(String file, String text) {
        if (!file.contains(text) || file.indexOf(text) != file.lastIndexOf(text)) {
            throw new IllegalStateException("does not stand exactly once: " + text);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
