package muhafiz.service.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.seal.Opener;
import muhafiz.service.config.Settings;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.fixity.FixityDesk.Paper;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.wall.OwnWork;
import muhafiz.store.ObjectStore;

/** Reads every object again within {@code fixity.period}, and renews its lock. Where it was interrupted, the next slice goes on, on any node. */
@ApplicationScoped
public class FixityPatrol {
    private static final Logger LOG = System.getLogger(FixityPatrol.class.getName());
    private static final Duration SLICE = Duration.ofSeconds(20);
    /** A damaged document is looked at again each day: somebody may have mended it. */
    private static final Duration DAMAGED_AGAIN = Duration.ofDays(1);

    private static final int BATCH = 50;

    private final FixityDesk desk;
    private final DocumentSeal seal;
    private final ObjectStore store;
    private final Locks locks;
    private final Settings settings;
    private final InstantSource clock;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicLong read = new AtomicLong();

    @Inject
    FixityPatrol(
            FixityDesk desk,
            DocumentSeal seal,
            ObjectStore store,
            Locks locks,
            Settings settings,
            InstantSource clock) {
        this.desk = desk;
        this.seal = seal;
        this.store = store;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One slice: some twenty seconds, longer only within one large document.
     *
     * @return how many documents were looked at
     * @throws muhafiz.crypto.UnavailableException where store or roots are away, or this node ends
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int slice() {
        Throttle throttle = new Throttle(settings.archive().count("fixity.bytes-per-second"), ending);
        desk.tidy();
        int seen = 0;
        List<UUID> due = due();
        while (!due.isEmpty()) {
            for (UUID document : due) {
                lookAt(document, throttle);
                seen++;
                if (throttle.isOlderThan(SLICE)) {
                    return seen;
                }
            }
            due = due();
        }
        return seen;
    }

    private List<UUID> due() {
        Instant now = clock.instant();
        return desk.due(now.minus(period()), now.minus(DAMAGED_AGAIN), BATCH);
    }

    private Duration period() {
        return settings.archive().span("fixity.period");
    }

    private void lookAt(UUID id, Throttle throttle) {
        Optional<Damage> damage = damageOf(id, throttle);
        if (damage.isEmpty()) {
            desk.whole(id);
        } else if (desk.damaged(id, damage.get())) {
            LOG.log(
                    Level.ERROR,
                    "document {0} is damaged: {1} in {2}; bring it back from the {3}",
                    id,
                    damage.get().kind().code(),
                    damage.get().object(),
                    damage.get().kind().remedy().code());
        }
    }

    private Optional<Damage> damageOf(UUID id, Throttle throttle) {
        try {
            Optional<Paper> taken = desk.take(id);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            try (Paper paper = taken.get()) {
                return check(paper, throttle);
            }
        } catch (ForgottenException e) { // destroyed just now
            return Optional.empty();
        } catch (IntegrityException e) {
            return Optional.of(keyOpens(id) ? FixityDesk.DAMAGED_ROW : FixityDesk.DAMAGED_KEY);
        }
    }

    private Optional<Damage> check(Paper paper, Throttle throttle) {
        WatchedSource source = new WatchedSource(store, paper.document().versionId(), throttle);
        Opener opener = seal.opener(paper.key(), paper.document(), paper.about(), source);
        long before = throttle.passed();
        try {
            Optional<Damage> damage = new Checkup(store, paper.document().content(), source).of(opener);
            if (damage.isEmpty()) {
                locks.lock(paper.document());
            }
            return damage;
        } finally {
            read.addAndGet(throttle.passed() - before);
        }
    }

    private boolean keyOpens(UUID id) {
        try {
            desk.tryKey(id);
            return true;
        } catch (IntegrityException e) {
            return false;
        }
    }

    /** Bytes of ciphertext that this node has read since its start. */
    public long bytesRead() {
        return read.get();
    }

    /** How many documents wait for which copy. */
    public Map<Damage.Remedy, Long> waiting() {
        return desk.waiting();
    }

    /** Documents that were neither received nor found whole within the period. */
    public long behind() {
        return OwnWork.of("fixity", () -> desk.unseenSince(clock.instant().minus(period())));
    }

    /** Ends a slice that runs, at the next bytes. */
    public void leave() {
        ending.set(true);
    }
}
