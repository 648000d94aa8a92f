package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.stand.child.Ports;
import muhafiz.stand.schema.Database;

/** A PostgreSQL that the stand did not start, with the operator's own roles, and settings of the test's choice. */
final class OutsidePostgres implements AutoCloseable {
    private final Process process;
    private final Database superuser;

    OutsidePostgres(Path folder) throws Exception {
        Path home = folder.resolve("outside");
        Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE)).close();
        int port = Ports.free();
        this.process = new ProcessBuilder(command(home, port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("outside.log").toFile())
                .start();
        String password =
                Files.readString(home.resolve("secrets/db-superuser-password")).strip();
        this.superuser = Database.onLoopback(port, "postgres", "postgres", password);
        awaitAnswer();
        DatabaseTest.execute(superuser, "DROP DATABASE muhafiz");
        DatabaseTest.execute(superuser, "DROP ROLE muhafiz_owner, muhafiz_app, muhafiz_keyring, muhafiz_background");
        DatabaseTest.execute(superuser, "CREATE ROLE ministry_owner LOGIN CREATEROLE PASSWORD 'o'");
        DatabaseTest.execute(superuser, "CREATE ROLE ministry_app LOGIN PASSWORD 'a'");
        DatabaseTest.execute(superuser, "CREATE DATABASE records OWNER ministry_owner");
    }

    private static List<String> command(Path home, int port) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        try (Stream<Path> programs = Files.list(Checkout.find().programsForTests())) {
            command.add(programs.filter(path -> path.getFileName().toString().startsWith("program-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin/postgres")
                    .toString());
        }
        command.addAll(List.of("-D", home.resolve("postgresql/data").toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        return command;
    }

    private void awaitAnswer() throws InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                superuser.connect().close();
                return;
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(latest)) {
                    throw new IllegalStateException(notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    OutsideDatabase withOwner() {
        return new OutsideDatabase(database("ministry_app", "a"), Optional.of(database("ministry_owner", "o")));
    }

    Database database(String user, String password) {
        return new Database(superuser.url().replace("/postgres", "/records"), user, password);
    }

    Database superuser() {
        return superuser;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
