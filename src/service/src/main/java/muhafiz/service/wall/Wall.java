package muhafiz.service.wall;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/**
 * Tells the database, for one transaction, who acts in it; the rows that it then shows are the policies' of migration V15. What is said
 * ends with the transaction, so a connection that goes back to the pool says nothing. Safe for all threads.
 */
@ApplicationScoped
public class Wall {
    private static final String BACKGROUND = "muhafiz_background";
    private static final String SAY = """
            select set_config('muhafiz.caller', 'known', true), set_config('muhafiz.account', ?, true),
                set_config('muhafiz.unit', ?, true), set_config('muhafiz.everywhere', ?, true),
                set_config('muhafiz.in_unit', ?, true), set_config('muhafiz.assigned', ?, true)""";
    private static final String SAY_WORK = "select set_config('role', ?, true), set_config('muhafiz.work', ?, true)";
    private static final String NAME = """
            select set_config('muhafiz.named', concat_ws(',', nullif(current_setting('muhafiz.named', true), ''), ?), true)""";

    private final Statements sql;
    private final EntityManager rows;
    private final Lookout lookout;

    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    Wall(DataSource database, EntityManager rows, Lookout lookout) {
        this.sql = new Statements(database);
        this.rows = rows;
        this.lookout = lookout;
    }

    /** What a transaction has said: nothing yet, where there is none. */
    private static final class Said {
        private final Set<UUID> named = new HashSet<>();
        private boolean ownWork;
    }

    /** Says who acts in this transaction, once. */
    void begin() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE
                || transactions.getResource(Wall.class) != null) {
            return;
        }
        Said said = new Said();
        transactions.putResource(Wall.class, said);
        Optional<String> work = OwnWork.running();
        if (work.isPresent()) {
            said.ownWork = true;
            ask(SAY_WORK, BACKGROUND, work.get());
        } else {
            Lookout.View view = lookout.view();
            ask(
                    SAY,
                    view.account(),
                    view.unit(),
                    listed(view.sight().everywhere()),
                    listed(view.sight().inUnit()),
                    listed(view.sight().assigned()));
        }
    }

    /**
     * Shows this transaction a case or document by its id. Whoever calls this asks the decision next, and shows nothing of the row before.
     */
    public void name(UUID id) {
        Said said = said();
        if (!said.ownWork && said.named.add(id)) {
            ask(NAME, id.toString());
        }
    }

    /**
     * Does within a caller's transaction what the archive does by itself, such as looking whether anything else stands in the way: it sees
     * every row, and nothing of what it saw is for the caller.
     *
     * @param work what is worked at
     */
    public <T> T asArchive(String work, Supplier<T> task) {
        Said said = said();
        if (said.ownWork) {
            return task.get();
        }
        rows.flush();
        ask(SAY_WORK, BACKGROUND, work);
        said.ownWork = true;
        try {
            T answer = task.get();
            rows.flush();
            return answer;
        } finally {
            said.ownWork = false;
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                ask(SAY_WORK, "none", "");
            }
        }
    }

    /** The same without an answer. */
    public void asArchive(String work, Runnable task) {
        asArchive(work, () -> {
            task.run();
            return work;
        });
    }

    /** @throws IllegalStateException outside a transaction, where nothing is seen and nobody would know */
    public void requireWords() {
        said();
    }

    /**
     * Called before anything is concluded from a row that is not there.
     *
     * @throws IllegalStateException in a caller's transaction, which does not see every row
     */
    public void requireWholeSight() {
        if (!said().ownWork) {
            throw new IllegalStateException("only background work concludes from what it does not see");
        }
    }

    private Said said() {
        if (transactions.getResource(Wall.class) instanceof Said said) {
            return said;
        }
        throw new IllegalStateException("no transaction has begun that said who acts");
    }

    private void ask(String question, Object... values) {
        sql.one(question, row -> true, values);
    }

    private static String listed(Set<String> classes) {
        return String.join(",", classes);
    }
}
