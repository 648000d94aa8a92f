package muhafiz.service.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.Subtree;
import muhafiz.proof.tree.TreeHash;
import org.postgresql.PGConnection;

/** A log that has been running for years: places, hashes and subtrees as rows made by SQL; what lies under the hashes is gone. */
final class LargeLog {
    private static final int FETCH = 20_000;

    private LargeLog() {}

    /** So many entries in an empty log. */
    static void fill(Connection superuser, long entries) throws SQLException, IOException {
        run(superuser, """
                insert into archive.log_index (seq, entry_id, leaf_hash)
                select i, gen_random_uuid(), sha256(int8send(i)) from generate_series(0, %d) i""".formatted(entries - 1));
        CompactRange.Growth growth = grown(superuser);
        StringBuilder rows = new StringBuilder();
        for (Subtree subtree : growth.completed()) {
            rows.append(subtree.level() + "\t" + subtree.index() + "\t\\\\x" + subtree.hash() + "\n");
        }
        superuser
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy archive.log_subtree (level, index, hash) from stdin",
                        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII)));
        try (PreparedStatement head =
                superuser.prepareStatement("update archive.log_head set size = ?, root = ?, frontier = ?")) {
            head.setLong(1, growth.range().size());
            head.setBytes(2, growth.range().root().bytes());
            head.setBytes(3, growth.range().encoded());
            head.executeUpdate();
        }
        run(superuser, "vacuum (analyze) archive.log_index");
        run(superuser, "vacuum (analyze) archive.log_subtree");
        run(superuser, "checkpoint");
    }

    private static CompactRange.Growth grown(Connection superuser) throws SQLException {
        List<Subtree> completed = new ArrayList<>();
        CompactRange range = CompactRange.EMPTY;
        superuser.setAutoCommit(false);
        try (PreparedStatement question =
                superuser.prepareStatement("select leaf_hash from archive.log_index order by seq")) {
            question.setFetchSize(FETCH);
            List<TreeHash> some = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                boolean more = rows.next();
                while (more) {
                    some.add(new TreeHash(rows.getBytes(1)));
                    more = rows.next();
                    if (some.size() == FETCH || !more) {
                        CompactRange.Growth growth = range.append(some);
                        completed.addAll(growth.completed());
                        range = growth.range();
                        some.clear();
                    }
                }
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        return new CompactRange.Growth(range, completed);
    }

    private static void run(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
