package muhafiz.itest.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.itest.stand.WatchedProcesses;

/** Watches running processes, their threads and their children, and says which files they opened for writing. */
final class Strace implements AutoCloseable {
    private static final String CALLS = "open,openat,openat2,creat,mknod,mknodat,link,linkat,symlink,symlinkat,"
            + "rename,renameat,renameat2,truncate,mount";
    private static final int LONGEST_PATH = 4096;
    private static final Pattern FAILED = Pattern.compile("\\) += -1 E");
    private static final Pattern WRITES = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE");
    private static final Pattern PLACE = Pattern.compile("(?:[0-9A-Z_]+<([^>]*)>, )?\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final WatchedProcesses watched;

    private Strace(WatchedProcesses watched) {
        this.watched = watched;
    }

    static boolean isInstalled() {
        return WatchedProcesses.canBeWatched();
    }

    /** Returns when every one of these processes is watched. */
    static Strace on(List<Long> pids, Path output) throws IOException {
        return new Strace(WatchedProcesses.of(pids, CALLS, LONGEST_PATH, output));
    }

    /** Lets the processes go. Idempotent. */
    @Override
    public void close() {
        watched.close();
    }

    /**
     * Lets the processes go and answers the files that were opened for writing, made, or renamed, with their paths as
     * the process saw them.
     */
    Set<String> written() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String line : succeeded()) {
            if (!line.contains(" mount(") && (!line.contains(" open") || isForWriting(line))) {
                written.addAll(places(line));
            }
        }
        return written;
    }

    private List<String> succeeded() throws IOException {
        return watched.lines().stream()
                .filter(line -> !FAILED.matcher(line).find() && !line.contains(" resumed>"))
                .toList();
    }

    private static boolean isForWriting(String line) {
        return WRITES.matcher(line).find() && !line.contains("O_PATH");
    }

    /** What processes mounted at a folder of that name, wherever it stood then; each as strace prints it. */
    List<String> mountsAt(String folder) throws IOException {
        return succeeded().stream()
                .filter(line -> line.contains(" mount(") && line.contains(folder + "\""))
                .toList();
    }

    private static List<String> places(String line) {
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(line);
        while (matcher.find()) {
            Path folder = Path.of(matcher.group(1) == null ? "/" : matcher.group(1));
            places.add(folder.resolve(matcher.group(2)).normalize().toString());
        }
        // Where a symbolic link points to is text; only the link itself is made.
        return line.contains(" symlink") ? places.subList(1, places.size()) : places;
    }
}
