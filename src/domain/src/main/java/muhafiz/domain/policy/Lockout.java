package muhafiz.domain.policy;

import java.time.Duration;

/**
 * When guessing of access codes is stopped.
 *
 * @param attempts wrong tries within the window, at least 1
 * @param isUniform whether an unknown number gets the same answer
 */
public record Lockout(int attempts, Duration window, boolean isUniform) {
    public Lockout {
        if (attempts < 1 || window.isZero()) {
            throw new IllegalArgumentException("a lockout needs at least one attempt and one minute");
        }
    }
}
