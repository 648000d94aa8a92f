package muhafiz.proof;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Serial numbers and nonces for tests: large, none twice, the same in each run. */
public final class Numbers {
    private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(100);
    private static final AtomicLong COUNT = new AtomicLong();

    private Numbers() {}

    public static BigInteger next() {
        return LARGE.add(BigInteger.valueOf(COUNT.incrementAndGet()));
    }
}
