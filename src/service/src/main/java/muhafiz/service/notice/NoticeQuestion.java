package muhafiz.service.notice;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.notice.NoticeState;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * Which notices are asked for.
 *
 * @param application all about the application of this number, whatever their state; empty for those that are due
 * @param state where no application is named
 * @param after the last one of the page before; the nil id for the first page
 * @param limit 1 to 500
 */
public record NoticeQuestion(Optional<String> application, NoticeState state, UUID after, int limit) {
    private static final int MOST = 500;

    public NoticeQuestion {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST, Map.of("member", "limit"));
        }
    }
}
