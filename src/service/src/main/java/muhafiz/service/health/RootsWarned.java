package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.keys.RootState;
import muhafiz.service.keys.RootWatch;

/** What is wrong with the roots, or soon will be. */
@ApplicationScoped
class RootsWarned implements Warned {
    /** A night and two hours. */
    private static final Duration LONGEST_WITHOUT_ROTATION = Duration.ofHours(26);

    private final RootWatch roots;
    private final ClockWatch clocks;
    private final InstantSource clock;

    @Inject
    RootsWarned(RootWatch roots, ClockWatch clocks, InstantSource clock) {
        this.roots = roots;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public Set<String> warnings() {
        RootState state = roots.state();
        Set<String> warnings = new TreeSet<>(clocks.look());
        Instant latest = clock.instant().minus(LONGEST_WITHOUT_ROTATION);
        add(warnings, roots.mirrors() == 0, "no-mirror");
        add(warnings, state.lastSuccess().filter(latest::isBefore).isEmpty(), "rotation-overdue");
        add(warnings, state.overdue(), "root-too-old");
        add(warnings, !roots.missingHolders().isEmpty(), "holder-missing");
        add(warnings, !roots.oldQuorums().isEmpty(), "quorum-shares-not-destroyed");
        add(warnings, roots.hasSharesToTakeAway(), "quorum-shares-lie-here");
        return warnings;
    }

    private static void add(Set<String> warnings, boolean holds, String code) {
        if (holds) {
            warnings.add(code);
        }
    }
}
