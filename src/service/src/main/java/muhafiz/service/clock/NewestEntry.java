package muhafiz.service.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import muhafiz.service.log.LogPlaces;

/** The newest entry of the log: written by our own clock, so it shows only that the clock went back. */
@ApplicationScoped
class NewestEntry implements ClockWitness {
    private final LogPlaces log;

    @Inject
    NewestEntry(LogPlaces log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Optional<Instant> newest() {
        return log.newest();
    }

    @Override
    public boolean isIndependent() {
        return false;
    }
}
