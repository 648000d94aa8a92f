package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import muhafiz.service.clock.ClockWitness;

/** The newest time stamp: each was verified before it was kept. An authority elsewhere has another clock than ours; the stand's has not. */
@ApplicationScoped
class StampedClock implements ClockWitness {
    private final EvidenceRows rows;
    private final TimeAuthority authority;

    @Inject
    StampedClock(EvidenceRows rows, TimeAuthority authority) {
        this.rows = rows;
        this.authority = authority;
    }

    @Override
    public String name() {
        return "time-stamp";
    }

    @Override
    public Optional<Instant> newest() {
        return rows.newestStamp();
    }

    /** That it is a day old means only that nothing had to be stamped: it is no sign of a clock that ran ahead. */
    @Override
    public boolean isIndependent() {
        return false;
    }

    @Override
    public boolean vouches() {
        return authority.isElsewhere();
    }
}
