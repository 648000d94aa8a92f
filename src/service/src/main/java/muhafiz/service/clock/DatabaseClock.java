package muhafiz.service.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The database's own clock. */
@ApplicationScoped
class DatabaseClock implements ClockWitness {
    private final ClockRows rows;

    @Inject
    DatabaseClock(ClockRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<Instant> newest() {
        return Optional.of(rows.databaseTime());
    }

    @Override
    public boolean isIndependent() {
        return true;
    }
}
