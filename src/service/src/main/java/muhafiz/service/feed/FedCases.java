package muhafiz.service.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.casefile.CaseFeeding;
import muhafiz.service.config.Statements;

/**
 * The transaction of a case. With its counter held, a second one would wait for a page of keys whose holder waits for the counter. What comes
 * from a violation has its violation beside it, always first.
 */
@ApplicationScoped
class FedCases {
    private final Statements sql;
    private final CaseFeeding cases;

    @Inject
    FedCases(DataSource database, CaseFeeding cases) {
        this.sql = new Statements(database);
        this.cases = cases;
    }

    private record Line(int place, String source, String label, long done) {}

    /** False where nothing is left of the order that nobody else is at. */
    @Transactional
    public boolean next(UUID order) {
        Optional<Line> line = sql.first(
                """
                select place, source, period, done from archive.feed where id = ? and done < wanted
                order by place limit 1 for update skip locked""", row -> new Line(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)), order);
        line.ifPresent(one -> {
            cases.feed(one.source(), one.label(), one.done());
            sql.change("update archive.feed set done = done + 1 where id = ? and place = ?", order, one.place());
        });
        return line.isPresent();
    }
}
