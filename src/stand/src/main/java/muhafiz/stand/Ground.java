package muhafiz.stand;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.objects.S3Program;
import muhafiz.stand.postgresql.PostgresProgram;
import muhafiz.stand.schema.Database;
import muhafiz.stand.schema.RoleNames;
import muhafiz.store.S3Settings;

/**
 * What an operator's command stands on: the database and the objects of this archive, whether it runs (then it is left alone), or not
 * (then its parts are started for as long as this is open), or is outside.
 */
final class Ground implements AutoCloseable {
    private static final String WHERE = "run/parts.properties";

    private final StandSettings settings;
    private final Optional<Stand> started;
    private final Properties parts;

    private Ground(StandSettings settings, Optional<Stand> started, Properties parts) {
        this.settings = settings;
        this.started = started;
        this.parts = parts;
    }

    /** Tells later commands where the parts of a running archive answer; no secrets. */
    static void tell(Home home, Map<String, String> parts) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(parts)
                .forEach((key, value) ->
                        lines.append(key).append('=').append(value).append('\n'));
        try {
            home.folder("run");
            PrivateFiles.write(home.path(WHERE), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws StartRefused where neither a running archive answers nor its parts can be started */
    static Ground of(StandSettings settings) {
        Properties told = read(settings.home().resolve(WHERE));
        Ground running = new Ground(settings, Optional.empty(), told);
        if (running.answers()) {
            return running;
        }
        Stand stand = Stand.start(settings.withParts(Part.DATABASE, Part.OBJECTS));
        return new Ground(settings, Optional.of(stand), read(settings.home().resolve(WHERE)));
    }

    private boolean answers() {
        if (settings.database().isEmpty() && parts.getProperty("database.port") == null) {
            return false;
        }
        try (Connection connection = owner().connect()) {
            return connection.isValid(1);
        } catch (SQLException notThere) {
            return false;
        }
    }

    /** Whether the archive's server may be running on it too. */
    boolean isRunning() {
        return started.isEmpty();
    }

    Database owner() {
        return settings.database()
                .map(
                        outside -> outside.owner()
                                .orElseThrow(
                                        () -> new StartRefused(
                                                "MUHAFIZ_DB_OWNER and MUHAFIZ_DB_OWNER_PASSWORD are not set: the owner makes and restores copies.")))
                .orElseGet(() -> Database.onLoopback(
                        port(), PostgresProgram.DATABASE, RoleNames.OWNER, secret("db-owner-password")));
    }

    /** Empty where the database is outside. */
    Optional<Database> superuser() {
        return settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(PostgresProgram.superuserOn(port(), secret("db-superuser-password")));
    }

    private int port() {
        return Integer.parseInt(parts.getProperty("database.port"));
    }

    /** With the credential that puts and gets. */
    S3Settings keeping() {
        return settings.objects()
                .map(outside -> s3(outside, outside.intake()))
                .orElseGet(() -> own("s3-access-key", "s3-secret-key"));
    }

    /** With the credential that lists. */
    S3Settings listing() {
        return settings.objects()
                .map(outside -> s3(outside, outside.destroyer().orElse(outside.intake())))
                .orElseGet(() -> own("s3-destroy-access-key", "s3-destroy-secret-key"));
    }

    private static S3Settings s3(OutsideObjects outside, OutsideObjects.Credential credential) {
        return new S3Settings(
                outside.endpoint(), outside.region(), outside.bucket(), credential.id(), credential.secret());
    }

    private S3Settings own(String id, String secret) {
        return new S3Settings(
                URI.create(parts.getProperty("objects")),
                S3Program.REGION,
                S3Program.BUCKET,
                secret(id),
                secret(secret));
    }

    private String secret(String name) {
        try {
            return Files.readString(settings.home().resolve("secrets").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new StartRefused("There is no archive in " + settings.home() + " (MUHAFIZ_HOME).", e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    @Override
    public void close() {
        started.ifPresent(Stand::close);
    }
}
