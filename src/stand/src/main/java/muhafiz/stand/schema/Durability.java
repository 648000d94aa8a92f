package muhafiz.stand.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.home.StartRefused;

/** What a PostgreSQL must have switched on before a receipt may rest on its commits. */
public final class Durability {
    private static final List<String> SWITCHES = List.of("fsync", "full_page_writes", "synchronous_commit");

    private Durability() {}

    /** @throws StartRefused naming each switch that is off, or when the database does not answer */
    public static void require(Database database) {
        List<String> off = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String name : SWITCHES) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    if (row.getString(1).equals("off") || row.getString(1).equals("local")) {
                        off.add(name + " is " + row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database " + database + " does not answer (SQL state " + e.getSQLState() + ").", e);
        }
        if (!off.isEmpty()) {
            throw new StartRefused("The database " + database + " may lose what it has acknowledged: "
                    + String.join(", ", off) + ". Switch on fsync, full_page_writes and synchronous_commit there.");
        }
    }
}
