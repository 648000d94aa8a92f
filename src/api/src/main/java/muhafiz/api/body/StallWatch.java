package muhafiz.api.body;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks once a second for threads that wait too long for a client, and wakes them. Safe for all threads. */
@ApplicationScoped
public class StallWatch {
    private final InstantSource clock;
    private final Set<Stall> stalls = ConcurrentHashMap.newKeySet();
    private Optional<Future<?>> rounds = Optional.empty();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedScheduledExecutorService scheduler;

    @Inject
    StallWatch(InstantSource clock) {
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        rounds = Optional.of(scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS));
    }

    @PreDestroy
    void end() {
        rounds.ifPresent(running -> running.cancel(false));
    }

    /** Watches over this thread's waits until the stall is closed. */
    Stall watch(Duration longest) {
        Stall stall = new Stall(longest, clock, stalls::remove);
        stalls.add(stall);
        return stall;
    }

    Instant now() {
        return clock.instant();
    }

    private void look() {
        Instant now = clock.instant();
        stalls.forEach(stall -> stall.check(now));
    }
}
