package muhafiz.itest.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.RunningArchive;

/** Somebody who may do anything in the database: no trigger stops them. */
record Superuser(LogBook book) {
    static Superuser of(RunningArchive archive) {
        return new Superuser(LogBook.bySuperuser(archive));
    }

    /** All statements in one transaction, with every trigger and rule off. */
    void run(List<String> statements) {
        try (Connection connection = book.owner().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String... statements) {
        run(List.of(statements));
    }

    byte[] bytes(String sql) {
        byte[][] found = new byte[1][];
        book.query(sql, row -> found[0] = row.getBytes(1));
        return found[0];
    }

    byte[] leaf(long seq) {
        return bytes("select leaf from archive.log_entry where seq = " + seq);
    }

    static String literal(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
    }

    static String setLeaf(long seq, byte[] leaf) {
        return "update archive.log_entry set leaf = " + literal(leaf) + " where seq = " + seq;
    }

    static String setHash(long seq, byte[] leaf) {
        return "update archive.log_index set leaf_hash = sha256('\\x00'::bytea || " + literal(leaf) + ") where seq = "
                + seq;
    }
}
