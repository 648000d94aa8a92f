package muhafiz.service.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.statistics.StatisticsDesk.Answer;
import muhafiz.service.statistics.StatisticsEntries.Asked;

/** The official table: looked at, drafted, published, shown to everybody. Every act and every refusal of an account is an entry. */
@ApplicationScoped
public class StatisticsTables {
    /** What figures serve, where nothing else is stated: they are no personal data, so nothing needs to be. */
    private static final String PURPOSE = "P-STATS";

    private static final int MOST = 500;

    private final Gate gate;
    private final StatisticsDesk desk;

    @Inject
    StatisticsTables(Gate gate, StatisticsDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    /**
     * A table as it could be released now; nothing is kept of it.
     *
     * @throws RefusedException {@code purpose-not-granted}, {@code not-allowed}; {@code period-open}, {@code unit-unknown}; {@code
     *     sum-rule-broken}, with the difference; {@code would-disclose}
     */
    public ReleasedTable look(Caller caller, TableQuestion question, Why why) {
        return told(desk.look(asked(caller, Action.READ_CONTENT, why), question));
    }

    /**
     * Drafts a release.
     *
     * @param corrects the published release of the same table that this one corrects
     * @throws RefusedException as {@link #look}; {@code not-found}; {@code already-decided} where it is published and none is named
     */
    public ReleasedTable draft(Caller caller, TableQuestion question, Optional<UUID> corrects, Why why) {
        return told(desk.draft(asked(caller, Action.PUBLISH, why), question, corrects));
    }

    /** @throws RefusedException as {@link #draft}; {@code version-changed} where its figures are not those that were drafted */
    public ReleasedTable publish(Caller caller, UUID release, Why why) {
        return told(desk.publish(asked(caller, Action.PUBLISH, why), release));
    }

    /** A published one, for everybody. @throws RefusedException {@code not-found} */
    public ReleasedTable published(UUID release) {
        return desk.published(release)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such release"));
    }

    /**
     * Published ones for everybody, the newest first.
     *
     * @param after the last one of the page before; the nil id for the first page
     */
    public List<ReleasedTable> publishedAfter(UUID after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST);
        }
        return desk.publishedBefore(after, limit);
    }

    private Asked asked(Caller caller, Action action, Why why) {
        Why stated = new Why(why.purpose().or(() -> Optional.of(PURPOSE)), why.ref());
        return new Asked(caller, action, gate.purpose(caller, action, stated), why.ref());
    }

    private static ReleasedTable told(Answer answer) {
        if (answer instanceof Answer.Made made) {
            return made.table();
        }
        Answer.Refused refused = (Answer.Refused) answer;
        throw new RefusedException(refused.refusal(), refused.why());
    }
}
