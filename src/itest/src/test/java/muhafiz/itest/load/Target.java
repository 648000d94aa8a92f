package muhafiz.itest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.load.hostile.Crime;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Part;

/** What must be out of a parser's reach, and the crime that reaches for it. */
record Target(String name, Crime crime, String object) {

    /** Everything of this archive and its machine that is worth stealing; each is there. */
    static Stream<Target> of(RunningArchive archive) throws IOException {
        Path server = Path.of("/proc", Long.toString(archive.stand().pid(Part.SERVER)));
        Stream<Target> files = Stream.of(
                read("the archive's environment", server.resolve("environ")),
                read("the archive's settings", archive.home().resolve("run/settings.properties")),
                read("the database's password", archive.home().resolve("run/pgpass")),
                read("the machine's users", Path.of("/etc/passwd")));
        Stream<Target> others = Stream.of(
                port("the database", databasePort(archive)),
                port("the object store", archive.stand().objects().getPort()),
                port("the management port", archive.stand().management().getPort()),
                port("the archive itself", archive.api().getPort()),
                new Target("a shell", Crime.START_PROGRAM, "/bin/sh -c true"));
        return Stream.of(rootStores(archive), files, others).flatMap(some -> some);
    }

    private static Stream<Target> rootStores(RunningArchive archive) throws IOException {
        try (Stream<Path> files = Files.walk(archive.home().resolve("roots"))) {
            List<Path> stores = files.filter(Files::isRegularFile).toList();
            assertThat(stores).isNotEmpty();
            return stores.stream().map(file -> read("root store " + file.getFileName(), file));
        }
    }

    private static Target read(String name, Path file) {
        assertThat(file).exists();
        return new Target(name, Crime.READ_FILE, file.toString());
    }

    private static Target port(String name, int port) {
        return new Target(name, Crime.CONNECT, Integer.toString(port));
    }

    private static int databasePort(RunningArchive archive) {
        return Integer.parseInt(archive.stand().appDatabase().url().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    @Override
    public String toString() {
        return name;
    }
}
