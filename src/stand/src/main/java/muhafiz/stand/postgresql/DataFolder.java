package muhafiz.stand.postgresql;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** The database's files: made beside their place and renamed into it, so that a half-made one is never started. */
final class DataFolder {
    static final String SUPERUSER = "postgres";
    private static final String MAJOR_VERSION = "18";
    private static final int MINUTES_TO_MAKE = 2;
    private static final String WHO_MAY_CONNECT = """
            # Written by muhafiz.stand at every start. Loopback TCP only, and nobody without a password.
            host  all  all  127.0.0.1/32  scram-sha-256
            """;

    private DataFolder() {}

    /** Makes the folder where it is missing; writes who may connect at every start. */
    static void ensure(Path program, Path data, Path superuserPassword, Path output) {
        try {
            if (!Files.exists(data)) {
                make(program, data, superuserPassword, output);
            }
            requireVersion(data);
            PrivateFiles.write(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new StartRefused("The database folder " + data + " cannot be made ready: " + e.getMessage(), e);
        }
    }

    private static void make(Path program, Path data, Path superuserPassword, Path output) throws IOException {
        Path fresh = data.resolveSibling("data.new");
        PrivateFiles.remove(fresh);
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                program.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions"));
        Process initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(PrivateFiles.log(output).toFile()))
                .start();
        requireSuccess(initdb, output);
        PrivateFiles.write(fresh.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(PrivateFiles.parentOf(data));
    }

    private static void requireSuccess(Process initdb, Path output) {
        try {
            if (!initdb.waitFor(MINUTES_TO_MAKE, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new StartRefused("The database could not be made; initdb's words are in " + output
                        + ". As root it needs user namespaces (unshare -U); without them run as an ordinary user.");
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while the database was being made.", e);
        }
    }

    private static void requireVersion(Path data) throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new StartRefused("The database in " + data + " was made by PostgreSQL " + found + ", this is "
                    + MAJOR_VERSION + ". Dump it there and restore it here.");
        }
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it sees itself as nobody. */
    static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
