package muhafiz.stand.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muhafiz.stand.schema.RoleNames;

/** The tables of a schema, each after those it refers to. */
final class Tables {
    /** What a copy of the data leaves out although it is logged: where backups are is told by the backups. */
    private static final Set<String> LEFT_OUT = Set.of("backup");

    private Tables() {}

    /** Logged tables only: what is unlogged is rebuilt by itself. */
    static List<String> of(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> refersTo = new TreeMap<>();
        try (PreparedStatement question = connection.prepareStatement("""
                select c.relname, t.relname from pg_class c
                left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
                left join pg_class t on t.oid = f.confrelid
                where c.relnamespace = cast(? as regnamespace) and c.relkind = 'r' and c.relpersistence = 'p'""")) {
            question.setString(1, schema);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    Set<String> others = refersTo.computeIfAbsent(rows.getString(1), table -> new TreeSet<>());
                    if (rows.getString(2) != null) {
                        others.add(rows.getString(2));
                    }
                }
            }
        }
        refersTo.keySet().removeAll(LEFT_OUT);
        return inOrder(refersTo);
    }

    /** All rows, in the order of their primary key: as they lie in the table, they would tell in which order they were written. */
    static String inOrderOfKeys(Connection connection, String table) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("""
                select string_agg(quote_ident(a.attname), ', ' order by k.place)
                from pg_index i cross join unnest(i.indkey) with ordinality k (number, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                where i.indrelid = cast(? as regclass) and i.indisprimary""")) {
            question.setString(1, table);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                String rows = "select * from " + table;
                return row.getString(1) == null ? rows : rows + " order by " + row.getString(1);
            }
        }
    }

    private static List<String> inOrder(Map<String, Set<String>> refersTo) {
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return new ArrayList<>(ordered);
    }

    /** The key ring's tables are its own role's; the owner steps into it. */
    static void become(Connection connection, Dump.Kind kind) throws SQLException {
        if (kind == Dump.Kind.KEY) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local role " + RoleNames.KEYRING);
            }
        }
    }

    /** In the connection's transaction; 0 where there is none yet. */
    static long newestEpoch(Connection connection) throws SQLException {
        become(connection, Dump.Kind.KEY);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select coalesce(max(number), 0) from keyring.epoch")) {
                row.next();
                long newest = row.getLong(1);
                statement.execute("reset role");
                return newest;
            }
        }
    }
}
