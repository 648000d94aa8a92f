package muhafiz.itest.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.schema.Database;

/** What an archive keeps in files of mode 0600. */
public record Secrets(RunningArchive archive) {
    /** Passwords of database, store and root keys, and those of the demo users. */
    List<Canary> all() throws IOException {
        List<Canary> secrets = new ArrayList<>();
        try (Stream<Path> files = Files.list(archive.home().resolve("secrets"))) {
            files.sorted().forEach(file -> secrets.add(secretIn(file)));
        }
        secrets.add(secretIn(archive.home().resolve("roots/roots.password")));
        archive.stand()
                .credentials()
                .forEach((user, password) -> secrets.add(Canary.of("password of " + user, password.toString())));
        return secrets;
    }

    /** The embedded PostgreSQL's superuser, whom nobody but the stand is. */
    public Database superuser() {
        String password = secretIn(archive.home().resolve("secrets/db-superuser-password"))
                .text();
        return archive.stand().ownerDatabase().as("postgres", password);
    }

    private static Canary secretIn(Path file) {
        try {
            return Canary.of(
                    file.getFileName().toString(), Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
