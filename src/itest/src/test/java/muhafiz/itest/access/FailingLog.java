package muhafiz.itest.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import muhafiz.stand.schema.Database;

/** While it is open no entry gets into the log: the database refuses it as it refuses writes to a full disk. */
final class FailingLog implements AutoCloseable {
    private static final String FUNCTION = """
            create or replace function public.disk_full() returns trigger language plpgsql as
            $$ begin raise exception 'refused' using errcode = '%s'; end $$""";
    private static final String USUAL = "disk_full";

    private final LogBook book;

    private FailingLog(LogBook book, String fault, String trigger) {
        this.book = book;
        book.execute(FUNCTION.formatted(fault));
        book.execute(trigger);
    }

    /** The insert itself fails. */
    static FailingLog atInsert(LogBook book) {
        return atInsert(book, USUAL);
    }

    /** The insert fails with this condition of PostgreSQL's. */
    static FailingLog atInsert(LogBook book, String fault) {
        return new FailingLog(book, fault, """
                create trigger failing before insert on archive.log_arrival
                for each row execute function public.disk_full()""");
    }

    /** Every statement succeeds, and the commit fails. */
    static FailingLog atCommit(LogBook book) {
        return new FailingLog(book, USUAL, """
                create constraint trigger failing after insert on archive.log_arrival
                deferrable initially deferred for each row execute function public.disk_full()""");
    }

    @Override
    public void close() {
        book.execute("drop trigger failing on archive.log_arrival");
        book.execute("drop function public.disk_full()");
    }

    /** While it is open nobody can insert an entry, nor fail to: they wait. */
    static final class Held implements AutoCloseable {
        private final Connection connection;

        Held(Database owner) throws SQLException {
            connection = owner.connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table archive.log_arrival in share row exclusive mode");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
