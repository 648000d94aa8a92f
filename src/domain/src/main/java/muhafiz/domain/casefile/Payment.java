package muhafiz.domain.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * A fee that somebody says was paid.
 *
 * @param amount in manat, more than nothing, at most two digits behind the point
 * @param term what was paid for, such as P1Y; empty where the application's own counts
 * @param via the policy's word for the way it was paid ({@code payment_channels.via})
 * @param reference by which whoever took the money finds it; one payment of a case has it
 */
public record Payment(BigDecimal amount, Optional<Period> term, Instant paidAt, String via, String reference) {
    public Payment {
        if (amount.signum() <= 0 || amount.scale() > 2) {
            throw new IllegalArgumentException(
                    "an amount is more than nothing and has at most two digits behind the point");
        }
    }

    /** Whether somebody told of the same payment in the same words. */
    public boolean isSameAs(Payment other) {
        return amount.compareTo(other.amount) == 0
                && term.equals(other.term)
                && paidAt.equals(other.paidAt)
                && via.equals(other.via)
                && reference.equals(other.reference);
    }
}
