package muhafiz.domain.statistics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What can be worked out by adding and subtracting equations: exact elimination over whole numbers, sharing nothing with the control. */
final class LinearSpan {
    private final List<BigInteger[]> rows = new ArrayList<>();

    void know(int[] form) {
        BigInteger[] rest = reduced(form);
        if (leading(rest) >= 0) {
            rows.add(rest);
        }
    }

    boolean tells(int[] form) {
        return leading(reduced(form)) < 0;
    }

    private BigInteger[] reduced(int[] form) {
        BigInteger[] rest = new BigInteger[form.length];
        for (int i = 0; i < form.length; i++) {
            rest[i] = BigInteger.valueOf(form[i]);
        }
        for (BigInteger[] row : rows) {
            int at = leading(row);
            BigInteger times = rest[at];
            BigInteger by = row[at];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = rest[i].multiply(by).subtract(row[i].multiply(times));
            }
        }
        return rest;
    }

    private static int leading(BigInteger[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i].signum() != 0) {
                return i;
            }
        }
        return -1;
    }
}
