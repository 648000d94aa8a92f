package muhafiz.stand.child;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/**
 * Starts all children from one thread that lives as long as this object: the signal that Linux sends to a child "when
 * its parent dies" is sent when the <em>thread</em> that made it dies. Safe for use by several threads.
 */
public final class Spawner implements AutoCloseable {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path home;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread spawner = new Thread(work, "spawner");
        spawner.setDaemon(true);
        return spawner;
    });

    /** @param home where {@code HOME} of the children points */
    public Spawner(Path home) {
        this.home = home;
    }

    Process start(Program program) {
        try {
            return thread.submit(() -> launch(program)).get();
        } catch (ExecutionException e) {
            throw new StartRefused(program.name() + " cannot be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while starting " + program.name() + ".", e);
        }
    }

    private Process launch(Program program) throws IOException {
        program.prepare();
        File output = PrivateFiles.log(program.output()).toFile();
        ProcessBuilder builder = new ProcessBuilder(confined(program.command()))
                .directory(home.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output));
        builder.environment().clear();
        builder.environment().putAll(environment());
        return builder.start();
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "LANG", "C.UTF-8",
                "HOME", home.toString());
    }

    /** Each link of the chain replaces itself by the next, so the pid stays the one that Java knows. */
    static List<String> confined(List<String> command) {
        List<String> chain = new ArrayList<>(List.of("/bin/sh", "-c"));
        // A limit of one byte also stops dumps that the kernel pipes to a program; zero does not.
        boolean byPrlimit = Files.isExecutable(PRLIMIT);
        chain.add("umask 077; " + (byPrlimit ? "" : "ulimit -c 0; ") + "exec \"$@\"");
        chain.add("sh");
        if (byPrlimit) {
            chain.addAll(List.of(PRLIMIT.toString(), "--core=1:1"));
        }
        if (Files.isExecutable(SETSID)) {
            chain.add(SETSID.toString());
        }
        if (Files.isExecutable(SETPRIV)) {
            chain.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        chain.addAll(command);
        return List.copyOf(chain);
    }

    /** Ends the thread, and with it every child that still runs. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
