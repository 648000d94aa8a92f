package muhafiz.inspect.mrz;

/** The check digit of ICAO Doc 9303-3 §4.9: weights 7, 3, 1, modulo 10. */
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /** Of letters A to Z (10 to 35), digits, and the filler (0). */
    static int of(String data) {
        int sum = 0;
        for (int i = 0; i < data.length(); i++) {
            sum += value(data.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }

    /** Whether {@code digit} is that of {@code data}; the filler stands for zero only where nothing was to be checked. */
    static boolean holds(String data, char digit) {
        return digit == Mrz.FILLER ? data.chars().allMatch(c -> c == Mrz.FILLER) : digit - '0' == of(data);
    }

    private static int value(char c) {
        if (c == Mrz.FILLER) {
            return 0;
        }
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }
}
