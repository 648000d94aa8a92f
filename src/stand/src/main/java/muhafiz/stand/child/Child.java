package muhafiz.stand.child;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import muhafiz.stand.home.StartRefused;
import org.jspecify.annotations.Nullable;

/** One program kept running: started again when it dies, until it dies too often. Safe for use by several threads. */
public final class Child {
    private static final int DEATHS_ALLOWED = 5;
    private static final Duration DEATHS_COUNTED = Duration.ofMinutes(5);

    private final Program program;
    private final Spawner spawner;
    private final PidFile pidFile;
    private final Consumer<String> progress;
    private final Runnable whenGivenUp;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    private volatile @Nullable Process process;
    private volatile boolean wanted;
    private volatile boolean ready;

    public Child(Program program, Spawner spawner, PidFile pidFile, Consumer<String> progress, Runnable whenGivenUp) {
        this.program = program;
        this.spawner = spawner;
        this.pidFile = pidFile;
        this.progress = progress;
        this.whenGivenUp = whenGivenUp;
    }

    /**
     * Starts the program and returns when it is ready.
     *
     * @throws StartRefused when it ends or stays silent instead
     */
    public synchronized void start() {
        wanted = true;
        try {
            launch();
        } catch (StartRefused e) {
            wanted = false;
            throw e;
        }
    }

    private void launch() {
        Process started = spawner.start(program);
        process = started;
        pidFile.remember(started.toHandle());
        awaitReady(started);
        ready = true;
        daemon(() -> died(started.onExit().join())).start();
    }

    private void awaitReady(Process started) {
        Instant latest = Instant.now().plus(program.startsWithin());
        while (!program.isReady()) {
            if (!started.isAlive()) {
                throw new StartRefused(program.name() + " ended while starting (exit " + started.exitValue()
                        + "). What it said is in " + program.output() + ".");
            }
            if (!wanted || Instant.now().isAfter(latest)) {
                started.destroyForcibly();
                throw new StartRefused(program.name() + " was not ready within "
                        + program.startsWithin().toSeconds() + " s. What it said is in " + program.output() + ".");
            }
            program.refusal().ifPresent(reason -> {
                started.destroyForcibly();
                throw new StartRefused(program.name() + " stays shut: " + reason);
            });
            pause(program.askAgainAfter());
        }
    }

    private synchronized void died(Process dead) {
        if (!wanted || !dead.equals(process)) {
            return;
        }
        ready = false;
        progress.accept(program.name() + " ended unexpectedly (exit " + dead.exitValue() + "). Starting it again.");
        while (wanted && mayTryAgain()) {
            try {
                launch();
                progress.accept(program.name() + " runs again.");
                return;
            } catch (StartRefused e) {
                progress.accept(String.valueOf(e.getMessage()));
                pause(Duration.ofSeconds(1));
            }
        }
        if (wanted) {
            progress.accept(program.name() + " ended " + DEATHS_ALLOWED + " times within " + DEATHS_COUNTED.toMinutes()
                    + " minutes. Giving up.");
            whenGivenUp.run();
        }
    }

    private boolean mayTryAgain() {
        Instant now = Instant.now();
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(DEATHS_COUNTED))) {
            deaths.removeFirst();
        }
        return deaths.size() <= DEATHS_ALLOWED;
    }

    /** Stops the program in order, by force when it takes too long. It is not started again. */
    public void stop() {
        wanted = false;
        stop(process);
        synchronized (this) {
            stop(process);
            ready = false;
            pidFile.forget();
        }
    }

    private void stop(@Nullable Process running) {
        if (running == null || !running.isAlive()) {
            return;
        }
        program.askToStop(running.toHandle());
        try {
            if (!running.waitFor(program.stopsWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process (SIGKILL) and returns when it is dead. It is then started again like any that dies. */
    public void kill() {
        ready = false;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** Kills the process (SIGKILL) and returns when it is dead. It stays down until {@link #start}. */
    public void fell() {
        wanted = false;
        kill();
    }

    public boolean isReady() {
        return ready;
    }

    /** The pid of the present process. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(program.name() + " was never started");
        }
        return running.pid();
    }

    private Thread daemon(Runnable work) {
        Thread keeper = new Thread(work, "keeper of " + program.name());
        keeper.setDaemon(true);
        return keeper;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted.", e);
        }
    }
}
