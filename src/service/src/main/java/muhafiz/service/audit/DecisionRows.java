package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions about the log, sealed, within the caller's transaction. */
@ApplicationScoped
class DecisionRows {
    private final EntityManager database;

    @Inject
    DecisionRows(EntityManager database) {
        this.database = database;
    }

    /**
     * A decision's row.
     *
     * @param madeOn says under which year's, or month's, key it is sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(LocalDate madeOn, byte[] sealed) {}

    void add(UUID id, Row row, Instant endsAt) {
        database.createNativeQuery("""
                        insert into archive.log_decision (id, made_on, ends_at, sealed)
                        values (:id, :day, :end, :sealed)""")
                .setParameter("id", id)
                .setParameter("day", row.madeOn())
                .setParameter("end", endsAt)
                .setParameter("sealed", row.sealed())
                .executeUpdate();
    }

    /** One that has not ended. */
    Optional<Row> find(UUID id, Instant now) {
        List<?> rows = database.createNativeQuery("""
                        select cast(made_on as text), sealed from archive.log_decision where id = :id and ends_at > :now""")
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Row(LocalDate.parse((String) row[0]), (byte[]) row[1]));
    }

    /** @return how many had ended and are gone */
    int sweep(Instant now) {
        return database.createNativeQuery("delete from archive.log_decision where ends_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
