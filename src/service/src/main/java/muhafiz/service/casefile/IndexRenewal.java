package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.Forgetting;

/**
 * Puts another index in the place of one that has served for as many nights as a root lives ({@code keys.horizon}), so that no token is
 * kept under one key for longer; and of one of an older making. Safe to repeat, from wherever it was interrupted.
 */
@ApplicationScoped
public class IndexRenewal {
    private final Turn turn;
    private final NumberIndex index;
    private final Forgetting forgetting;

    @Inject
    IndexRenewal(Turn turn, NumberIndex index, Forgetting forgetting) {
        this.turn = turn;
        this.index = index;
        this.forgetting = forgetting;
    }

    /** @return how many keys of former indexes were destroyed */
    public int nightly() {
        if (turn.isDue()) {
            index.beginNext();
            index.awaitAdders();
            index.renew();
        }
        Set<UUID> retired = turn.retired();
        if (!retired.isEmpty()) {
            forgetting.destroy(retired, Randoms.id());
            turn.strike(retired);
        }
        return retired.size();
    }

    /** One transaction each. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final IndexRows rows;
        private final Settings settings;
        private final InstantSource clock;

        @Inject
        Turn(IndexRows rows, Settings settings, InstantSource clock) {
            this.rows = rows;
            this.settings = settings;
            this.clock = clock;
        }

        /** A night early, since the next turn may be a little late. */
        public boolean isDue() {
            int nights = settings.archive().count("keys.horizon");
            Instant oldest = clock.instant().minus(Duration.ofDays(Math.max(0, nights - 1)));
            return rows.all().stream()
                    .anyMatch(generation -> generation.making() != IndexSource.MAKING
                            || !generation.madeAt().isAfter(oldest));
        }

        public Set<UUID> retired() {
            return rows.retired();
        }

        public void strike(Set<UUID> leaves) {
            rows.strikeRetired(leaves);
        }
    }
}
