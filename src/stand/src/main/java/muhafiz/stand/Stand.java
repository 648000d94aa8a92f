package muhafiz.stand;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import muhafiz.stand.child.Child;
import muhafiz.stand.child.PidFile;
import muhafiz.stand.child.Program;
import muhafiz.stand.child.Spawner;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.realm.DemoUsers;
import muhafiz.stand.schema.Database;

/** An archive that runs on this machine, and the verbs by which tests stop, kill and restart its parts. */
public final class Stand implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final StandSettings settings;
    private final Home home;
    private final Spawner spawner;
    private final Map<Part, Child> children = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean givenUp;
    private volatile Optional<Databases> databases = Optional.empty();
    private volatile Optional<URI> objects = Optional.empty();

    private Stand(StandSettings settings, Home home) {
        this.settings = settings;
        this.home = home;
        this.spawner = new Spawner(home.root());
    }

    /** Runs the archive in the foreground, or {@code migrate}s its database. */
    public static void main(String[] arguments) {
        System.exit(new Foreground(System.getenv()).run(arguments));
    }

    /**
     * Starts everything and returns when the archive serves requests.
     *
     * @throws StartRefused when something stands in the way; nothing is left running then
     */
    public static Stand start(StandSettings settings) {
        Stand stand = hold(settings);
        try {
            stand.bringUp();
            return stand;
        } catch (RuntimeException e) {
            stand.close();
            throw e;
        }
    }

    /** Takes the data folder; nothing runs yet. */
    static Stand hold(StandSettings settings) {
        return new Stand(settings, Home.open(settings.home()));
    }

    void bringUp() {
        databases = new Assembly(settings, home, this).bringUp();
    }

    /** Starts one program as this part and returns when it is ready. */
    void begin(Part part, Program program) {
        requireOpen();
        Child child = new Child(program, spawner, pidFile(part), settings.progress(), this::giveUp);
        children.put(part, child);
        child.start();
        requireOpen();
    }

    private void requireOpen() {
        if (closed) {
            throw new StartRefused("Stopped while starting.");
        }
    }

    PidFile pidFile(Part part) {
        return new PidFile(home.folder("run").resolve(part.name().toLowerCase(Locale.ROOT) + ".pid"));
    }

    private void giveUp() {
        givenUp = true;
        ended.countDown();
    }

    /** Where the archive answers, without {@code /api/v1}. */
    public URI api() {
        return URI.create("http://" + settings.address() + ":" + settings.port());
    }

    /** Where health checks and metrics answer. */
    public URI management() {
        return URI.create("http://" + StandSettings.LOOPBACK + ":" + settings.managementPort());
    }

    public Path home() {
        return home.root();
    }

    /** Demo user to password; empty where there are no demo users. */
    public Properties credentials() {
        return demoUsers().passwords();
    }

    DemoUsers demoUsers() {
        return new DemoUsers(home);
    }

    /** The database as the server logs in. */
    public Database appDatabase() {
        return databases.orElseThrow().app();
    }

    /** The database as its owner; for looking into it in tests. */
    public Database ownerDatabase() {
        return databases.orElseThrow().owner().orElseThrow();
    }

    void objectsAt(URI endpoint) {
        objects = Optional.of(endpoint);
    }

    /** Where the stand's own S3 server answers; its keys lie in {@code secrets/} below {@link #home}. */
    public URI objects() {
        return objects.orElseThrow();
    }

    /** The pid of the part's present process. */
    public long pid(Part part) {
        return child(part).pid();
    }

    /** Ordered stop; the part stays down until {@link #begin(Part)}. */
    public void stop(Part part) {
        child(part).stop();
    }

    /** Starts a stopped part and returns when it is ready. */
    public void begin(Part part) {
        child(part).start();
    }

    /** Ordered stop and start; returns when the part is ready. */
    public void restart(Part part) {
        stop(part);
        begin(part);
    }

    /** Kills the part's process (SIGKILL) and returns when it is dead; the stand then starts it again by itself. */
    public void kill(Part part) {
        child(part).kill();
    }

    /** Kills the part's process (SIGKILL) and returns when it is dead; it stays down until {@link #begin(Part)}. */
    public void fell(Part part) {
        child(part).fell();
    }

    /** Returns when the part is ready again after a {@link #kill}. */
    public void awaitReady(Part part, Duration within) throws InterruptedException {
        Instant latest = Instant.now().plus(within);
        while (!child(part).isReady()) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException(part + " was not ready within " + within);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private Child child(Part part) {
        Child child = children.get(part);
        if (child == null) {
            throw new IllegalStateException(part + " is not run by this stand");
        }
        return child;
    }

    /** Waits until the stand is closed or has given up. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    boolean isClosed() {
        return closed;
    }

    boolean hasGivenUp() {
        return givenUp;
    }

    /** Stops the server, then the time-stamp authority and the S3 server, then PostgreSQL, and lets the data folder go. Idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        home.announceStop();
        for (Part part : new Part[] {Part.SERVER, Part.TIMESTAMPS, Part.OBJECTS, Part.DATABASE}) {
            Child child = children.get(part);
            if (child != null) {
                child.stop();
            }
        }
        new MemoryFolder(home.root()).remove();
        spawner.close();
        home.close();
        ended.countDown();
    }

    /** The database in the eyes of the server and of its owner. */
    record Databases(Database app, Optional<Database> owner) {}
}
