package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The operating system's side of one worker: start it, kill it with all that it started, clear away what it left. */
final class ChildProcess {
    private static final Logger LOG = System.getLogger("muhafiz.inspect");
    /** How long the kernel may take to clear away what was killed. */
    private static final long GRACE_SECONDS = 10;
    /** Exit code of -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;
    /** A process ended by signal n is reported as 128 + n. */
    private static final int SIGNALS = 128;

    private final Process process;
    private final Isolation isolation;
    private final Scratch.Room room;
    private final AtomicReference<String> killedFor = new AtomicReference<>();

    private ChildProcess(Process process, Isolation isolation, Scratch.Room room) {
        this.process = process;
        this.isolation = isolation;
        this.room = room;
    }

    /**
     * Starts a worker and returns at once. The calling thread must live as long as the worker may: the kernel kills
     * the worker when that thread ends (PR_SET_PDEATHSIG counts threads, not processes).
     */
    static ChildProcess start(Cage cage, Scratch scratch) throws IOException {
        Scratch.Room room = scratch.room();
        ProcessBuilder builder = new ProcessBuilder(cage.command(room));
        builder.environment().clear();
        // What a parser complains about may quote its document.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new ChildProcess(builder.start(), cage.isolation(), room);
        } catch (IOException e) {
            room.empty();
            throw e;
        }
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    InputStream output() {
        return process.getInputStream();
    }

    boolean isAlive() {
        return process.isAlive() && killedFor.get() == null;
    }

    /** Kills everything behind the walls. The first reason given is the one that counts. */
    void kill(String reason) {
        killedFor.compareAndSet(null, reason);
        if (isolation == Isolation.PROCESS) {
            Session.kill(process);
        }
        process.destroyForcibly();
    }

    /** Waits until the process is gone, clears away its room and says why it ended. */
    String end() {
        boolean wasKilled = killedFor.get() != null;
        if (!waitFor(wasKilled ? GRACE_SECONDS : 1)) {
            kill("exited");
            waitFor(GRACE_SECONDS);
        }
        if (isolation == Isolation.PROCESS) {
            Session.kill(process);
        }
        clear();
        return Optional.ofNullable(killedFor.get()).orElseGet(this::ownReason);
    }

    private String ownReason() {
        if (process.isAlive()) {
            return "crashed";
        }
        int code = process.exitValue();
        if (code == OUT_OF_MEMORY) {
            return "out-of-memory";
        }
        return code >= SIGNALS ? "crashed" : "exited";
    }

    private boolean waitFor(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void clear() {
        try {
            room.empty();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a worker's memory folder could not be emptied: {0}", room.path());
        }
    }
}
