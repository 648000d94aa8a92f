package muhafiz.domain.policy;

import java.time.Duration;
import java.util.Optional;
import muhafiz.domain.calendar.TimeLimit;

/**
 * A law's terms for answering somebody.
 *
 * @param refuse by when a refusal must be out, where that is earlier than the answer
 * @param extend how much longer in the case the law names
 * @param needsStudy the answer's term where study is needed
 * @param forward by when what belongs to another body goes there
 * @param deficiencyNotice by when the person hears what is missing
 * @param urgent where the information would lose its use
 * @param lifeOrLiberty where life, health or liberty is at stake; days off are skipped
 * @param isActive an inactive clock is kept for comparison and counts nothing
 */
public record Clock(
        String id,
        String act,
        TimeLimit answer,
        Optional<TimeLimit> refuse,
        Optional<Extension> extend,
        Optional<TimeLimit> needsStudy,
        Optional<TimeLimit> forward,
        Optional<TimeLimit> deficiencyNotice,
        Optional<Duration> urgent,
        Optional<Duration> lifeOrLiberty,
        Optional<Integer> answersPerYear,
        boolean isActive,
        Footing footing) {

    /** @param onlyIf the case the law names */
    public record Extension(TimeLimit limit, Optional<String> onlyIf) {}
}
