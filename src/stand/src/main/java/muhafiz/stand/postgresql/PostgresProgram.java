package muhafiz.stand.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.stand.child.Program;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.schema.Database;

/** The embedded PostgreSQL: command line, readiness, fast shutdown. */
public final class PostgresProgram implements Program {
    /** The database's name, the same on every machine. */
    public static final String DATABASE = "muhafiz";

    private static final Map<String, String> SETTINGS = settings();

    private final Path program;
    private final Path data;
    private final Path output;
    private final int port;
    private final Database superuser;

    private PostgresProgram(Path program, Path data, Path output, int port, Database superuser) {
        this.program = program;
        this.data = data;
        this.output = output;
        this.port = port;
        this.superuser = superuser;
    }

    /**
     * Unpacks PostgreSQL and makes its data folder where they are missing. Nothing listens yet.
     *
     * @param programs where PostgreSQL is unpacked
     */
    public static PostgresProgram in(Home home, Path programs, int port) {
        Path folder = home.folder("postgresql");
        Path output = home.folder("log").resolve("postgresql.log");
        Path program = PostgresFiles.unpackedBelow(programs);
        Path data = folder.resolve("data");
        DataFolder.ensure(program, data, home.secrets().file("db-superuser-password"), output);
        Database superuser = superuserOn(port, home.secrets().value("db-superuser-password"));
        return new PostgresProgram(program, data, output, port, superuser);
    }

    /** The maintenance database of the PostgreSQL on this port, as the superuser. */
    public static Database superuserOn(int port, String password) {
        return Database.onLoopback(port, DataFolder.SUPERUSER, DataFolder.SUPERUSER, password);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        // A commit that was acknowledged survives power loss.
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("password_encryption", "scram-sha-256");
        // No value of a statement reaches the log: errors of statements are not logged, their callers have them.
        settings.put("log_min_messages", "log");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_statement", "none");
        settings.put("log_min_duration_statement", "-1");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("log_lock_waits", "off");
        settings.put("log_temp_files", "-1");
        settings.put("log_checkpoints", "off");
        settings.put("log_autovacuum_min_duration", "-1");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
        settings.put("update_process_title", "off");
        settings.put("cluster_name", "");
        return Map.copyOf(settings);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(DataFolder.asOrdinaryUser());
        command.addAll(List.of(program.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        new TreeMap<>(SETTINGS).forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    @Override
    public Path output() {
        return output;
    }

    @Override
    public boolean isReady() {
        try (Connection connection = superuser.connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public Duration startsWithin() {
        return Duration.ofMinutes(5); // crash recovery reads all WAL since the last checkpoint
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, a checkpoint is written. */
    @Override
    public void askToStop(ProcessHandle process) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(process.pid())).start();
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot be asked to stop.", e);
        }
    }

    public int port() {
        return port;
    }

    /** The maintenance database as the superuser: for creating roles and the archive's database, nothing else. */
    public Database asSuperuser() {
        return superuser;
    }
}
