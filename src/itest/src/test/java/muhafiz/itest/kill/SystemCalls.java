package muhafiz.itest.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.itest.stand.WatchedProcesses;

/** What running processes write and sync, in the order in which the kernel was asked, as strace sees it. */
final class SystemCalls implements AutoCloseable {
    private static final String WATCHED = "fsync,fdatasync,write,writev,sendto,sendmsg,pwrite64";

    /** Enough of a buffer to know an answer's status line. */
    private static final int BEGINNING = 64;

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");

    private final WatchedProcesses watched;

    private SystemCalls(WatchedProcesses watched) {
        this.watched = watched;
    }

    /**
     * One call.
     *
     * @param process the thread's or process's id
     * @param name such as {@code fdatasync}
     * @param said its arguments as strace prints them: descriptors with their paths, the beginning of what is written
     * @param asked its place in the order in which calls were made
     * @param done the place of its end; {@link Integer#MAX_VALUE} where it has not ended
     */
    record Call(long process, String name, String said, int asked, int done) {
        boolean isSyncOf(String place) {
            return name.endsWith("sync") && said.contains(place);
        }

        boolean says(String text) {
            return said.contains(text);
        }
    }

    /** Returns when every one of these processes, with its threads and later children, is watched. */
    static SystemCalls of(List<Long> processes, Path output) throws IOException {
        return new SystemCalls(WatchedProcesses.of(processes, WATCHED, BEGINNING, output));
    }

    /** Lets the processes go and answers what they did, oldest first. */
    List<Call> seen() throws IOException {
        return read(watched.lines());
    }

    private static List<Call> read(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (int place = 0; place < lines.size(); place++) {
            Matcher begun = CALL.matcher(lines.get(place));
            Matcher resumed = RESUMED.matcher(lines.get(place));
            if (begun.matches()) {
                boolean isOver = !lines.get(place).endsWith("<unfinished ...>");
                if (!isOver) {
                    open.put(begun.group(1), calls.size());
                }
                calls.add(new Call(
                        Long.parseLong(begun.group(1)),
                        begun.group(2),
                        begun.group(3),
                        place,
                        isOver ? place : Integer.MAX_VALUE));
            } else if (resumed.matches() && open.containsKey(resumed.group(1))) {
                int index = open.remove(resumed.group(1));
                Call call = calls.get(index);
                calls.set(index, new Call(call.process(), call.name(), call.said(), call.asked(), place));
            }
        }
        return calls;
    }

    /** The last of these calls that fits. */
    static Call last(List<Call> calls, Predicate<Call> fits) {
        return calls.stream()
                .filter(fits)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no such call among " + calls.size()));
    }

    /** Lets the processes go. Idempotent. */
    @Override
    public void close() {
        watched.close();
    }
}
