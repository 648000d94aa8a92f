package muhafiz.itest.load.hostile;

import java.util.concurrent.CountDownLatch;

/** A program that stays until it is killed. */
public final class Lingerer {
    private Lingerer() {}

    /** @param name a word by which the process is known from outside */
    public static void main(String[] name) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
