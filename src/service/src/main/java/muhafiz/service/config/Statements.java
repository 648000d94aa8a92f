package muhafiz.service.config;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain statements in the transaction that the data source is enlisted in, each by itself where there is none. Safe for all threads. */
public final class Statements {
    private final DataSource database;

    public Statements(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** All rows of a question. */
    public <T> List<T> all(String question, Reader<T> reader, Object... values) {
        return with(
                question,
                statement -> {
                    List<T> all = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            all.add(reader.read(rows));
                        }
                    }
                    return all;
                },
                values);
    }

    public <T> Optional<T> first(String question, Reader<T> reader, Object... values) {
        return all(question, reader, values).stream().findFirst();
    }

    /** The row of a question that has exactly one. */
    public <T> T one(String question, Reader<T> reader, Object... values) {
        return first(question, reader, values).orElseThrow(() -> new PersistenceException("no row came back"));
    }

    /** How many rows were changed. */
    public int change(String statement, Object... values) {
        return with(statement, PreparedStatement::executeUpdate, values);
    }

    private <T> T with(String text, Work<T> work, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                set(connection, statement, i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new PersistenceException("the database could not be asked", e);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else if (value instanceof byte[][] several) {
            statement.setArray(place, connection.createArrayOf("bytea", several));
        } else if (value instanceof String[] words) {
            statement.setArray(place, connection.createArrayOf("text", words));
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(place, value);
        }
    }
}
