package muhafiz.service.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at the clock before a rotation, a sweep or an expiry. What is in doubt stays so, in the database, until two persons confirm the
 * clock, or it is set right. Safe for all threads and nodes.
 */
@ApplicationScoped
@Transactional
public class ClockWatch {
    private final ClockRows rows;
    private final Instance<ClockWitness> witnesses;
    private final InstantSource clock;

    @Inject
    ClockWatch(ClockRows rows, Instance<ClockWitness> witnesses, InstantSource clock) {
        this.rows = rows;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /** Why the clock is in doubt, by codes such as {@code clock-behind-log}; a clock without doubt is believed from here on. */
    public Set<String> look() {
        ClockRows.Belief belief = rows.belief();
        Instant now = clock.instant();
        ClockRule rule = new ClockRule(now, belief.at(), belief.setAside()).vouchedFor(vouched());
        Set<String> doubts = new TreeSet<>();
        rule.doubt().ifPresent(doubts::add);
        for (ClockWitness witness : witnesses) {
            witness.newest()
                    .flatMap(seen -> rule.doubt(witness.name(), seen, witness.isIndependent()))
                    .ifPresent(doubts::add);
        }
        if (doubts.isEmpty()) {
            rows.believe(now);
        }
        return doubts;
    }

    private Optional<Instant> vouched() {
        return witnesses.stream()
                .filter(ClockWitness::vouches)
                .flatMap(witness -> witness.newest().stream())
                .max(Comparator.naturalOrder());
    }

    /** Two persons have confirmed the clock: it is believed, and what its witnesses say of later moments is set aside. */
    public void confirm() {
        rows.belief();
        Instant now = clock.instant();
        Optional<Instant> latest = witnesses.stream()
                .filter(witness -> !witness.isIndependent())
                .flatMap(witness -> witness.newest().stream())
                .max(Comparator.naturalOrder());
        latest.filter(seen -> seen.isAfter(now)).ifPresent(rows::setAside);
        rows.believe(now);
    }
}
