package muhafiz.itest.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.schema.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Every row of every table of every database, as text: what compression and cutting would hide in the files. */
final class DatabaseText {
    private static final String TABLES =
            "select oid::regclass::text from pg_class where relkind in ('r', 'm') and relpersistence <> 't'";
    private static final String DATABASES = "select datname from pg_database where datallowconn";

    private final Database superuser;

    DatabaseText(Database superuser) {
        this.superuser = superuser;
    }

    void readBy(PlaintextScanner scanner) throws SQLException, IOException {
        for (String name : answers(superuser, DATABASES)) {
            String url = superuser.url().replaceAll("/[^/]*$", "/" + name);
            Database database = new Database(url, superuser.user(), superuser.password());
            for (String table : answers(database, TABLES)) {
                scanner.bytes("table " + table + " of " + name, rows(database, table));
            }
        }
    }

    private static byte[] rows(Database database, String table) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Connection connection = database.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("copy (select t::text from only " + table + " t) to stdout", rows);
        }
        return rows.toByteArray();
    }

    static List<String> answers(Database database, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
