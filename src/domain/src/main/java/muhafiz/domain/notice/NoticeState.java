package muhafiz.domain.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a notice stands (policy, {@code notices.states}). */
public enum NoticeState {
    QUEUED,
    SENT,
    FAILED,
    SHOWN;

    /** As often a notice is tried; then it has failed, and waits for a page to show it. */
    public static final int TRIES = 5;

    /** As the policy spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeState> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** What may follow: what was sent can still be shown, what was shown is done. */
    public Set<NoticeState> next() {
        return switch (this) {
            case QUEUED -> Set.of(SENT, FAILED, SHOWN);
            case FAILED -> Set.of(SENT, SHOWN);
            case SENT -> Set.of(SHOWN);
            case SHOWN -> Set.of();
        };
    }

    /**
     * The state after an attempt.
     *
     * @param tries how many attempts failed, this one included, from 1
     */
    public static NoticeState afterFailure(int tries) {
        return tries < TRIES ? QUEUED : FAILED;
    }
}
