package muhafiz.stand.timestamps;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.stand.child.JavaCommand;
import muhafiz.stand.child.Ports;
import muhafiz.stand.child.Program;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.Secrets;

/** The local time-stamp authority: command line, readiness, where its keys lie. */
public final class TimestampProgram implements Program {
    private static final String KEYS = "timestamp-authority";
    private static final String ANCHOR = "timestamp-anchor";
    private static final String HEAP = "-Xmx48m";
    /** A stamper whose certificate ends within a year is followed by another at the next start. */
    private static final Duration ENDS_SOON = Duration.ofDays(365);

    private final Home home;
    private final int port;

    /** Makes keys where they are missing, and another stamper where the old one ends soon. Nothing listens yet. */
    public TimestampProgram(Home home, int port, InstantSource clock) {
        this.home = home;
        this.port = port;
        ensureKeys(home.secrets(), clock.instant());
    }

    private void ensureKeys(Secrets secrets, Instant now) {
        if (!Files.exists(home.path("secrets").resolve(KEYS))) {
            keep(secrets, AuthorityKeys.fresh(now));
            return;
        }
        AuthorityKeys keys = AuthorityKeys.read(secrets.value(KEYS));
        if (keys.stamperEnds().isBefore(now.plus(ENDS_SOON))) {
            keep(secrets, keys.withAnotherStamper(now));
        }
    }

    /** The anchor first: it can be written again from the keys, but keys without it would be found and left. */
    private static void keep(Secrets secrets, AuthorityKeys keys) {
        secrets.write(ANCHOR, keys.anchor().strip());
        secrets.write(KEYS, keys.secret().strip());
    }

    @Override
    public String name() {
        return "The time-stamp authority";
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(JavaCommand.withoutDumps());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-cp", JavaCommand.ownClassPath()));
        command.addAll(List.of(
                TimestampServer.class.getName(),
                Integer.toString(port),
                home.path("secrets").resolve(KEYS).toString()));
        return command;
    }

    @Override
    public Path output() {
        return home.folder("log").resolve("timestamps.log");
    }

    @Override
    public boolean isReady() {
        return Ports.answers(port);
    }

    @Override
    public Duration startsWithin() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration stopsWithin() {
        return Duration.ofSeconds(10);
    }

    /** Where it takes queries. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + TimestampServer.QUERIES);
    }

    /** The file of the certificate by which its stamps are believed, PEM. */
    public Path anchor() {
        return home.path("secrets").resolve(ANCHOR);
    }
}
