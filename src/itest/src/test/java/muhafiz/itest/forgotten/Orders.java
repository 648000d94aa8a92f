package muhafiz.itest.forgotten;

import java.time.Duration;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;

/** Orders destructions as their decision will: rows of the order and its task, in one transaction. */
public record Orders(LogBook book) {
    private static final Duration WITHIN = Duration.ofMinutes(3);

    public static Orders of(RunningArchive archive) {
        return new Orders(LogBook.of(archive));
    }

    /** @param targets SQL that gives kinds and ids */
    public UUID order(String targets) {
        UUID order = UUID.randomUUID();
        book.execute("""
                begin;
                insert into archive.destruction_order (id, ground, ordered_at, state) values ('%1$s', 'test', now(), 'ordered');
                insert into archive.destruction_target (order_id, kind, target_id) select '%1$s', kind, id from (%2$s) t (kind, id);
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('destroy', '%1$s', now(), false, 1);
                commit""".formatted(order, targets));
        return order;
    }

    public void awaitCarriedOut(UUID order) {
        Patience.until(WITHIN, "the order is carried out", () -> state(order).equals("objects-deleted"));
    }

    public String state(UUID order) {
        return text("select state from archive.destruction_order where id = '" + order + "'");
    }

    /** Whether each part of the certificate was issued. */
    public String certificate(UUID order) {
        return text("select (keys_destroyed_at is not null) || ' ' || (out_of_reach_at is not null)"
                + " from archive.destruction_order where id = '" + order + "'");
    }

    /** The first column of the first row. */
    public String text(String question) {
        StringBuilder text = new StringBuilder();
        book.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }
}
