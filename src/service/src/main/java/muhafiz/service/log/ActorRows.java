package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Pseudonyms and the sealed names behind them, within the caller's transaction. */
@ApplicationScoped
class ActorRows {
    private final EntityManager database;

    @Inject
    ActorRows(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(YearMonth month, byte[] sealed) {}

    void add(byte[] pseudonym, YearMonth month, byte[] sealed) {
        database.createNativeQuery("""
                        insert into archive.log_actor (pseudonym, month, sealed) values (:pseudonym, :month, :sealed)
                        on conflict do nothing""")
                .setParameter("pseudonym", pseudonym)
                .setParameter("month", month.atDay(1))
                .setParameter("sealed", sealed)
                .executeUpdate();
    }

    Optional<Row> find(byte[] pseudonym) {
        List<?> rows = database.createNativeQuery(
                        "select to_char(month, 'YYYY-MM'), sealed from archive.log_actor where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Row(YearMonth.parse((String) row[0]), (byte[]) row[1]));
    }

    /** Strikes out the names of the months before that one. */
    void removeBefore(YearMonth month) {
        database.createNativeQuery("delete from archive.log_actor where month < :month")
                .setParameter("month", month.atDay(1))
                .executeUpdate();
    }
}
