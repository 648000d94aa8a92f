package muhafiz.itest.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/** One archive, started through the stand, and everybody who may talk to it. Safe for use by several threads. */
public final class RunningArchive implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunningArchive.class.getName());
    private static final Duration MACHINE_READS_WITHIN = Duration.ofMinutes(2);

    /** A server that lives for a minute never earns back what its second compiler takes: a quarter of the whole run. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Stand stand;
    private final Properties passwords;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Optional<Contract> contract;

    private RunningArchive(Stand stand) {
        this.stand = stand;
        this.passwords = stand.credentials();
        this.contract = Optional.of(new Client(http, stand.api(), Optional.empty(), Optional.empty()))
                .map(client -> client.get("/openapi?format=JSON").require(200))
                .map(answer -> new Contract(answer.json()));
    }

    /** Starts an archive that nobody else uses, with fresh data at {@link #homeOf}. */
    public static RunningArchive start(String name) {
        return start(name, UnaryOperator.identity());
    }

    /** The same, with changed settings. */
    public static RunningArchive start(String name, UnaryOperator<StandSettings> change) {
        Path home = homeOf(name);
        try {
            PrivateFiles.remove(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(home, change);
    }

    /** Starts an archive on the data that an earlier one left there. */
    public static RunningArchive open(Path home, UnaryOperator<StandSettings> change) {
        StandSettings settings = StandSettings.forTests(home)
                .withServerArguments(shortLived())
                .withProgress(line -> LOG.log(System.Logger.Level.INFO, home.getFileName() + ": " + line));
        return new RunningArchive(Stand.start(change.apply(settings)));
    }

    /** Arguments of a server that soon ends, with these besides. */
    public static String[] shortLived(String... more) {
        return Stream.concat(SHORT_LIVED.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Where {@link #start(String)} keeps the data of the archive of this name: apart from those of another JVM's tests. */
    public static Path homeOf(String name) {
        return Path.of("target", "archives", System.getProperty("muhafiz.fork", "1"), name)
                .toAbsolutePath();
    }

    /** The stand: pids, kill, stop and restart of each part, the database. */
    public Stand stand() {
        return stand;
    }

    public Path home() {
        return stand.home();
    }

    /** The part's process and all its children. */
    public List<Long> family(Part part) {
        ProcessHandle process = ProcessHandle.of(stand.pid(part)).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** What the demo user logs in with. */
    public String passwordOf(String user) {
        String password = passwords.getProperty(user);
        if (password == null) {
            throw new IllegalArgumentException("no demo user " + user);
        }
        return password;
    }

    /** HTTP as this demo user. */
    public Client client(String user) {
        return clientWith(user, passwordOf(user));
    }

    /** HTTP with any name and password. */
    public Client clientWith(String user, String password) {
        return new Client(http, stand.api(), Optional.of(Client.basic(user, password)), contract);
    }

    /** HTTP without credentials. */
    public Client stranger() {
        return new Client(http, stand.api(), Optional.empty(), contract);
    }

    /** HTTP to the management port: health and metrics. */
    public Client management() {
        return new Client(http, stand.management(), Optional.empty(), Optional.empty());
    }

    /** What the archive publishes of itself. */
    public Contract contract() {
        return contract.orElseThrow();
    }

    public Portal portal() {
        return new Portal(client("portal"));
    }

    public Staff staff(String user) {
        return new Staff(client(user));
    }

    public Auditor auditor() {
        return new Auditor(client("auditor"));
    }

    public URI api() {
        return stand.api();
    }

    /**
     * Returns when the machine has read the document, or has given up on it.
     *
     * @param officer a demo user who may see the document
     * @return the description as the officer sees it then
     */
    public Answer awaitRead(String document, String officer) {
        Staff staff = staff(officer);
        return Patience.until(MACHINE_READS_WITHIN, () -> staff.describe(document, "P-SERVICE"), answer -> {
            answer.require(200);
            return !"received".equals(answer.json().getString("state"));
        });
    }

    /** The same, as seen by the officer of RD-1. */
    public Answer awaitRead(String document) {
        return awaitRead(document, "officer");
    }

    @Override
    public void close() {
        stand.close();
    }
}
