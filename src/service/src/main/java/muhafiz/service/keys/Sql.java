package muhafiz.service.keys;

import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.keys.KeyRows.PageRow;

/** Statements in the transaction that the data source is enlisted in. Safe for all threads. */
final class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String statement, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                set(connection, prepared, i + 1, values[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new PersistenceException("the key ring could not be asked", e);
        }
    }

    <T> Optional<T> first(String statement, Reader<T> reader, Object... values) {
        return all(statement, reader, values).stream().findFirst();
    }

    void call(String statement, Object... values) {
        all(statement, row -> true, values);
    }

    private static void set(Connection connection, PreparedStatement prepared, int place, Object value)
            throws SQLException {
        if (value instanceof UUID[] ids) {
            Array array = connection.createArrayOf("uuid", ids);
            prepared.setArray(place, array);
        } else if (value instanceof Long[] numbers) {
            prepared.setArray(place, connection.createArrayOf("bigint", numbers));
        } else if (value instanceof String[] words) {
            prepared.setArray(place, connection.createArrayOf("text", words));
        } else if (value instanceof byte[][] bytes) {
            prepared.setArray(place, connection.createArrayOf("bytea", bytes));
        } else if (value instanceof byte[] bytes) {
            prepared.setBytes(place, bytes);
        } else {
            prepared.setObject(place, value);
        }
    }

    /** The columns in which every function shows a page. */
    static PageRow page(ResultSet row) throws SQLException {
        return new PageRow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getBytes(3),
                row.getObject(4, UUID.class),
                row.getInt(5));
    }
}
