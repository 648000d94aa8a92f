package muhafiz.service.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.casefile.CaseFeeding;
import muhafiz.service.config.Statements;

/** The transaction of a batch. */
@ApplicationScoped
class FeedBatches {
    /**
     * With its counter held, a second one would wait for a page of keys whose holder waits for the counter. What comes from a violation has
     * its violation beside it, always first.
     */
    private static final int BATCH = 1;

    private final Statements sql;
    private final CaseFeeding cases;

    @Inject
    FeedBatches(DataSource database, CaseFeeding cases) {
        this.sql = new Statements(database);
        this.cases = cases;
    }

    private record Line(int place, String source, String label, long wanted, long done) {}

    /** False where nothing is left of the order that nobody else is at. */
    @Transactional
    public boolean next(UUID order) {
        Optional<Line> line = sql.first(
                """
                select place, source, period, wanted, done from archive.feed where id = ? and done < wanted
                order by place limit 1 for update skip locked""",
                row -> new Line(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)),
                order);
        line.ifPresent(one -> {
            int size = (int) Math.min(BATCH, one.wanted() - one.done());
            cases.feed(new CaseFeeding.Batch(one.source(), one.label(), one.done(), size));
            sql.change("update archive.feed set done = done + ? where id = ? and place = ?", size, order, one.place());
        });
        return line.isPresent();
    }
}
