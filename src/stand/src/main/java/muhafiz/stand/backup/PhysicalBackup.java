package muhafiz.stand.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;
import org.jspecify.annotations.Nullable;

/**
 * Copies the data folder of a PostgreSQL that goes on running (PostgreSQL 18, 25.3.4 "Making a Base Backup Using the Low Level API"), with
 * the WAL that makes the copy whole. Unlogged tables stay out. It holds data and keys: it counts as both kinds of dump.
 */
final class PhysicalBackup {
    /** Folders whose content is of no use to a copy (25.3.4.3). */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "tablespace_map");

    private static final Pattern RELATION = Pattern.compile("([0-9]+)(_(?:fsm|vm|init))?(\\.[0-9]+)?");
    private static final String SLOT = "muhafiz_backup";

    private final Database superuser;
    private final Path data;

    PhysicalBackup(Database superuser, Path data) {
        this.superuser = superuser;
        this.data = data;
    }

    /** Copies into a folder that is not there yet; when it is there it is whole. */
    void write(Path to) throws IOException, SQLException {
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        PrivateFiles.remove(fresh);
        PrivateFiles.folder(fresh);
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '"
                    + SLOT + "' and not active");
            statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
            try {
                statement.execute("select pg_backup_start('muhafiz', true)");
                copyFiles(fresh);
                end(statement, fresh);
                copyWal(fresh);
            } finally {
                statement.execute("select pg_drop_replication_slot('" + SLOT + "')");
            }
        }
        Files.move(fresh, to);
        PrivateFiles.sync(PrivateFiles.parentOf(to));
    }

    private static void end(Statement statement, Path to) throws SQLException, IOException {
        try (ResultSet row =
                statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            PrivateFiles.write(to.resolve("backup_label"), row.getString(1));
        }
    }

    private void copyFiles(Path to) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            private Set<String> unlogged = Set.of();

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = data.relativize(folder).toString();
                PrivateFiles.folder(to.resolve(name));
                if (EMPTIED.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                unlogged = unloggedIn(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !isUnlogged(name, unlogged)) {
                    copy(file, to.resolve(data.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) { // removed while we looked: the WAL knows of it
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
                return FileVisitResult.CONTINUE;
            }
        });
        PrivateFiles.folder(to.resolve("pg_wal/archive_status"));
    }

    /** Relations of which there is an init fork are unlogged: recovery makes them anew, empty. */
    private static Set<String> unloggedIn(Path folder) throws IOException {
        Set<String> unlogged = new TreeSet<>();
        try (var files = Files.list(folder)) {
            files.map(file -> RELATION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(found -> "_init".equals(found.group(2)))
                    .forEach(found -> unlogged.add(found.group(1)));
        }
        return unlogged;
    }

    private static boolean isUnlogged(String name, Set<String> unlogged) {
        Matcher found = RELATION.matcher(name);
        return found.matches() && unlogged.contains(found.group(1)) && !"_init".equals(found.group(2));
    }

    private void copyWal(Path to) throws IOException {
        try (var files = Files.list(data.resolve("pg_wal"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file)) {
                    copy(file, to.resolve("pg_wal").resolve(file.getFileName().toString()));
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
            PrivateFiles.own(to);
            PrivateFiles.sync(to);
        } catch (NoSuchFileException removedMeanwhile) {
            Files.deleteIfExists(to);
        }
    }
}
