package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.Refusal;
import muhafiz.service.access.Approver;
import muhafiz.service.hold.HoldDesk.Answer;
import muhafiz.service.hold.HoldDesk.Asked;

/** The transaction of releasing a hold: the first person asks, a second carries it out. */
@ApplicationScoped
@Transactional
class HoldRelease {
    private final HoldRows rows;
    private final HoldRights rights;
    private final HoldEntries entries;
    private final HoldPicture picture;
    private final Approver approver;
    private final InstantSource clock;

    @Inject
    HoldRelease(
            DataSource database,
            HoldRights rights,
            HoldEntries entries,
            HoldPicture picture,
            Approver approver,
            InstantSource clock) {
        this.rows = new HoldRows(database);
        this.rights = rights;
        this.entries = entries;
        this.picture = picture;
        this.approver = approver;
        this.clock = clock;
    }

    public Answer<HoldView> release(Asked asked, UUID hold) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        Optional<HoldRows.Row> found = rows.lock(hold);
        Set<UUID> files = new TreeSet<>(rows.cases(hold));
        Optional<String> rule = rights.ruleFor(asked, files);
        if (found.isEmpty() || rule.isEmpty()) {
            return entries.refused(asked, Refusal.NOT_FOUND);
        }
        if (found.get().isReleased()) {
            return entries.refused(asked, Refusal.HOLD_RELEASED);
        }
        return found.get().hands().releaseAskedBy().isPresent()
                ? confirmed(asked, found.get(), rule.get(), files)
                : askedFor(asked, found.get(), rule.get(), files);
    }

    private Answer<HoldView> askedFor(Asked asked, HoldRows.Row hold, String rule, Set<UUID> files) {
        rows.askRelease(hold.id(), asked.caller().user());
        entries.done(asked, hold, rule, "release asked", files);
        return shown(hold.id());
    }

    private Answer<HoldView> confirmed(Asked asked, HoldRows.Row hold, String rule, Set<UUID> files) {
        String user = asked.caller().user();
        Set<String> others = new TreeSet<>(Set.of(hold.hands().placedBy()));
        hold.hands().releaseAskedBy().ifPresent(others::add);
        if (others.contains(user)) {
            return entries.refused(asked, Refusal.SAME_PERSON);
        }
        approver.require(asked.caller(), others);
        rows.release(hold.id(), user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        entries.done(asked, hold, rule, "released", files);
        return shown(hold.id());
    }

    private Answer<HoldView> shown(UUID hold) {
        return new Answer.Done<>(picture.of(rows.lock(hold).orElseThrow()));
    }
}
