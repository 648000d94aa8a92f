package muhafiz.service.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row that remembers the clock, in the caller's transaction. */
@ApplicationScoped
class ClockRows {
    private final EntityManager database;

    @Inject
    ClockRows(EntityManager database) {
        this.database = database;
    }

    /** The clock as it was last believed, and the witnesses that were set aside since. */
    record Belief(Optional<Instant> at, Optional<Instant> setAside) {}

    Instant databaseTime() {
        return (Instant) database.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /** Held for the caller until its transaction ends. */
    Belief belief() {
        Object[] row = (Object[]) database.createNativeQuery(
                        "select believed_at, set_aside from archive.clock for update", Object[].class)
                .getSingleResult();
        return new Belief(instant(row[0]), instant(row[1]));
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        return Optional.ofNullable((Instant) value);
    }

    void believe(Instant now) {
        database.createNativeQuery("update archive.clock set believed_at = :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    void setAside(Instant until) {
        database.createNativeQuery("update archive.clock set set_aside = :until")
                .setParameter("until", until)
                .executeUpdate();
    }
}
