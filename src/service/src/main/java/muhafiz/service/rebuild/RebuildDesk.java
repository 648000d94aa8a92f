package muhafiz.service.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.rebuild.Found;
import muhafiz.domain.rebuild.Rebuild;
import muhafiz.service.access.Approver;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.retention.Restrictions;

/** The transactions of a rebuild as a whole. */
@ApplicationScoped
class RebuildDesk {
    private final RebuildRows rows;
    private final RebuildQueue queue;
    private final Restrictions restrictions;
    private final Approver approver;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    RebuildDesk(
            RebuildRows rows,
            RebuildQueue queue,
            Restrictions restrictions,
            Approver approver,
            AccessLog log,
            InstantSource clock) {
        this.approver = approver;
        this.rows = rows;
        this.queue = queue;
        this.restrictions = restrictions;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public RebuildView begin(Act act) {
        Rebuild rebuild = rows.running().orElseGet(() -> another(act.caller()));
        log.write(act.with("rebuild", rebuild.id().toString()));
        return RebuildView.of(rebuild);
    }

    private Rebuild another(Caller caller) {
        Rebuild rebuild = new Rebuild(Randoms.id(), clock.instant(), caller.user());
        rows.add(rebuild);
        queue.add(rebuild.id());
        return rebuild;
    }

    @Transactional
    public Optional<RebuildView> view(Act act, UUID id) {
        Optional<RebuildView> view = rows.find(id).map(RebuildView::of);
        view.ifPresent(shown -> log.write(act));
        return view;
    }

    /** Changes nothing where it still runs; the same person may say it twice. */
    @Transactional
    public Optional<RebuildView> release(Act act, UUID id) {
        Optional<Rebuild> found = rows.hold(id);
        found.filter(rebuild -> rebuild.state() == Rebuild.State.WAITING).ifPresent(rebuild -> {
            approver.require(act.caller(), Set.of());
            String user = act.caller().user();
            if (act.caller().role().equals(Rebuilds.DPO)) {
                rebuild.releasedByDpo(user);
            } else {
                rebuild.releasedByRecordsManager(user);
            }
            log.write(act);
            if (rebuild.state() == Rebuild.State.RELEASED) {
                rows.readByMachine(rebuild);
                restrictions.lift(rebuild.asReason(), clock.instant(), user);
            }
        });
        return found.map(RebuildView::of);
    }

    /** Whether the walk is still to be done. */
    @Transactional
    public Optional<Rebuild> toWalk(UUID id) {
        return rows.find(id).filter(rebuild -> rebuild.state() == Rebuild.State.RUNNING);
    }

    @Transactional
    public void walked(UUID id, Found found) {
        rows.hold(id).ifPresent(rebuild -> {
            rebuild.walked(found);
            log.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "restore",
                    Act.Ground.NONE,
                    Act.Outcome.done("archive.rebuild"),
                    Act.About.NOBODY,
                    Map.of(
                            "what", "rebuild ends",
                            "rebuild", id.toString(),
                            "rebuilt", Long.toString(found.rebuilt()),
                            "destroyed", Long.toString(found.destroyed()))));
        });
    }
}
