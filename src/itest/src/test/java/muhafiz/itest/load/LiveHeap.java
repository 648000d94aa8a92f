package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Part;

/**
 * The heap that the server cannot do without: what is left after a full collection, as its own collector logs it. While open, a full
 * collection is forced every other second, so that the log tells what lived while bodies were on their way.
 */
final class LiveHeap implements AutoCloseable {
    private static final Pattern FULL = Pattern.compile("Pause Full .* \\d+M->(\\d+)M\\(");

    private final RunningArchive archive;
    private final Path log;
    private final ScheduledExecutorService rounds = new ScheduledThreadPoolExecutor(1);
    private final int earlier;

    private LiveHeap(RunningArchive archive, Path log) {
        this.archive = archive;
        this.log = log;
        this.earlier = mebibytes(log).size();
    }

    /** The arguments of a server whose heap may be watched. */
    static String[] arguments(Path log) {
        return new String[] {"-Xmx256m", "-XX:-DisableAttachMechanism", "-Xlog:gc:file=" + log};
    }

    static LiveHeap watch(RunningArchive archive, Path log) {
        LiveHeap heap = new LiveHeap(archive, log);
        heap.rounds.scheduleWithFixedDelay(heap::collect, 0, 2, TimeUnit.SECONDS);
        return heap;
    }

    /** MiB that live now. */
    static int now(RunningArchive archive, Path log) {
        try (LiveHeap heap = new LiveHeap(archive, log)) {
            heap.collect();
            return heap.most();
        }
    }

    /** The most MiB that lived at any of the collections since the watch began. */
    int most() {
        return since().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** How often was looked. */
    int looks() {
        return since().size();
    }

    private List<Integer> since() {
        List<Integer> all = mebibytes(log);
        return all.subList(earlier, all.size());
    }

    private void collect() {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            String pid = Long.toString(archive.stand().pid(Part.SERVER));
            new ProcessBuilder(jcmd, pid, "GC.run").inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Integer> mebibytes(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(FULL::matcher)
                    .filter(line -> line.find())
                    .map(line -> Integer.valueOf(line.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
