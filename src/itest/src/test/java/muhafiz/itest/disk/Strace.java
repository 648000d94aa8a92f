package muhafiz.itest.disk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches running processes, their threads and their children, and says which files they opened for writing. */
final class Strace implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/strace");
    private static final String CALLS = "open,openat,openat2,creat,mknod,mknodat,link,linkat,symlink,symlinkat,"
            + "rename,renameat,renameat2,truncate";
    private static final Pattern FAILED = Pattern.compile("\\) += -1 E");
    private static final Pattern WRITES = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE");
    private static final Pattern PLACE = Pattern.compile("(?:[0-9A-Z_]+<([^>]*)>, )?\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Process strace;
    private final Path output;

    private Strace(Process strace, Path output) {
        this.strace = strace;
        this.output = output;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Returns when every one of these processes is watched. */
    static Strace on(List<Long> pids, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-f", "-y", "-s", "4096"));
        command.addAll(List.of("-e", "trace=" + CALLS, "-e", "signal=none", "-o", output.toString()));
        pids.forEach(pid -> command.addAll(List.of("-p", pid.toString())));
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitAttached(strace, pids);
        return new Strace(strace, output);
    }

    private static void awaitAttached(Process strace, List<Long> pids) throws IOException {
        BufferedReader said = strace.inputReader(StandardCharsets.UTF_8);
        Set<String> awaited = new TreeSet<>(pids.stream().map(String::valueOf).toList());
        while (!awaited.isEmpty()) {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("strace ended before it had attached to " + awaited);
            }
            awaited.removeIf(pid -> line.contains("Process " + pid + " attached"));
        }
        Thread drain = new Thread(() -> said.lines().forEach(line -> {}), "what strace says");
        drain.setDaemon(true);
        drain.start();
    }

    /** Lets the processes go. Idempotent. */
    @Override
    public void close() {
        strace.destroy();
        strace.onExit().join();
    }

    /**
     * Lets the processes go and answers the files that were opened for writing, made, or renamed, with their paths as
     * the process saw them.
     */
    Set<String> written() throws IOException {
        close();
        Set<String> written = new TreeSet<>();
        for (String line : Files.readAllLines(output, StandardCharsets.ISO_8859_1)) {
            boolean opens = line.contains(" open");
            if (!FAILED.matcher(line).find() && !line.contains(" resumed>") && (!opens || isForWriting(line))) {
                written.addAll(places(line));
            }
        }
        return written;
    }

    private static boolean isForWriting(String line) {
        return WRITES.matcher(line).find() && !line.contains("O_PATH");
    }

    private static List<String> places(String line) {
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(line);
        while (matcher.find()) {
            Path folder = Path.of(matcher.group(1) == null ? "/" : matcher.group(1));
            places.add(folder.resolve(matcher.group(2)).normalize().toString());
        }
        return places;
    }
}
