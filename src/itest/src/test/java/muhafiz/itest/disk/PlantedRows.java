package muhafiz.itest.disk;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import muhafiz.stand.schema.Database;

/** Rows with canaries, each stored in a way that hides it from a plain search. */
final class PlantedRows {
    private final Database superuser;

    PlantedRows(Database superuser) throws SQLException {
        this.superuser = superuser;
        run("create schema planted");
        run("create table planted.compressed (value text compression pglz)");
        run("create table planted.pieces (value text compression pglz)");
        run("create table planted.deleted (value text compression pglz) with (autovacuum_enabled = off)");
        run("create table planted.logged (value text)");
    }

    /** Behind so much repetition that the row is compressed and still fits its page. */
    void plantCompressed(Canary canary) throws SQLException {
        insert("compressed", repetition(canary, 4000) + canary.text());
        requireCompression("compressed");
    }

    /** Behind chance and repetition, so that the compressed value is cut into pieces and the canary is in a later one. */
    void plantInPieces(Canary canary) throws SQLException {
        insert("pieces", chance(6000) + repetition(canary, 3000) + canary.text() + repetition(canary, 3000));
        requireCompression("pieces");
    }

    void plantAndDelete(Canary canary) throws SQLException {
        insert("deleted", repetition(canary, 4000) + canary.text());
        run("delete from planted.deleted");
    }

    void plantThroughWal(Canary canary) throws SQLException {
        insert("logged", canary.text());
    }

    void checkpoint() throws SQLException {
        run("checkpoint");
    }

    void remove() throws SQLException {
        run("drop schema planted cascade");
    }

    private void requireCompression(String table) throws SQLException {
        String method = DatabaseText.answers(superuser, "select pg_column_compression(value) from planted." + table)
                .get(0);
        if (!"pglz".equals(method)) {
            throw new IllegalStateException(table + " is not compressed: " + method);
        }
    }

    /** Text that shares letters with the canary, so that the canary itself is written as references. */
    private static String repetition(Canary canary, int length) {
        String text = canary.text();
        String half = text.substring(0, text.length() / 2) + "-" + text.substring(text.length() / 2) + " ";
        return half.repeat(length / half.length());
    }

    private static String chance(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void insert(String table, String value) throws SQLException {
        try (Connection connection = superuser.connect();
                PreparedStatement statement =
                        connection.prepareStatement("insert into planted." + table + " values (?)")) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private void run(String command) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
