package muhafiz.domain.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import muhafiz.domain.policy.Disposal;
import org.jspecify.annotations.Nullable;

/**
 * An end as it stands in a row: a day and what happens then; or the event it waits for; or neither, where it is kept. It is written with
 * its row and after that by statements only, so that whoever changes something else of the row cannot put an old end back.
 *
 * @param rule such as RC-REG:overstay; never empty
 * @param day the first day of disposal
 * @param waits the event that has yet to happen or to be dated
 * @param disposal the policy's word
 */
@Embeddable
public record Retained(
        @Column(name = "retention_rule", updatable = false) String rule,

        @Column(name = "retention_end", updatable = false) @Nullable
        LocalDate day,

        @Column(name = "retention_waits", updatable = false) @Nullable
        String waits,

        @Column(name = "disposal", updatable = false) @Nullable
        String disposal) {
    /** What a row waits for until its end is computed for the first time. */
    public static final String COMPUTATION = "computation";

    public Retained {
        if (rule.isEmpty()) {
            throw new IllegalArgumentException("nothing is kept without a rule");
        }
        if (day != null && (waits != null || disposal == null)) {
            throw new IllegalArgumentException("an end has a day and what happens then, and waits for nothing");
        }
    }

    /** Of something new, by its class: it is on the review list until its end is computed. */
    public static Retained notComputed(String recordClass) {
        return new Retained(recordClass, null, COMPUTATION, null);
    }

    public static Retained of(RetentionEnd end) {
        if (end instanceof RetentionEnd.On on) {
            return new Retained(on.rule(), on.end(), null, on.disposal().word());
        }
        return end instanceof RetentionEnd.Waiting waiting
                ? new Retained(waiting.rule(), null, waiting.event(), null)
                : new Retained(end.rule(), null, null, Disposal.KEEP.word());
    }

    public RetentionEnd end() {
        if (day != null) {
            return new RetentionEnd.On(
                    day, rule, Disposal.of(String.valueOf(disposal)).orElseThrow());
        }
        return Optional.ofNullable(waits)
                .<RetentionEnd>map(event -> new RetentionEnd.Waiting(rule, event))
                .orElseGet(() -> new RetentionEnd.Kept(rule));
    }
}
