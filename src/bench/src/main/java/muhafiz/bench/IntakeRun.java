package muhafiz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * Every file of the folder that {@code MUHAFIZ_BENCH_FILES} names goes through intake and machine reading: how many of each type end how,
 * and what is left over: parsers still running, and bytes of the files in clear anywhere under the archive's home. Ends with an error where an
 * answer was a fault of the archive, a document has no end, or anything is left.
 */
public final class IntakeRun {
    private static final int CLIENTS = 4;

    private final PrintStream out = System.out;
    private final Stand stand;
    private final List<Path> files;

    private IntakeRun(Stand stand, List<Path> files) {
        this.stand = stand;
        this.files = files;
    }

    /** @param arguments the folder for the archive's data, emptied before */
    public static void main(String[] arguments) throws Exception {
        String folder = System.getenv("MUHAFIZ_BENCH_FILES");
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException("MUHAFIZ_BENCH_FILES must name a folder of files to take in");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        boolean isClean;
        try (Stand stand = Stand.start(StandSettings.forTests(home))) {
            isClean = new IntakeRun(stand, files).run();
        }
        if (!isClean) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        IntakeDesk desk = new IntakeDesk(stand.api(), stand.credentials());
        Clients.run(CLIENTS, CLIENTS, number -> desk.take(files.get(number % files.size())));
        long before = Remains.parsers(stand); // those that stand by for the next document
        ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
        Clients.Outcome outcome =
                Clients.run(CLIENTS, files.size(), number -> endings.add(desk.take(files.get(number))));
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        endings.forEach(ending ->
                table.computeIfAbsent(ending.type(), any -> new TreeMap<>()).merge(ending.how(), 1, Integer::sum));
        out.println("| type | how it ended | files |");
        out.println("|---|---|---|");
        table.forEach((type, hows) -> hows.forEach((how, count) -> out.printf("| %s | %s | %d |%n", type, how, count)));
        endings.stream()
                .filter(ending -> !ending.isDefinite())
                .forEach(ending -> out.println("no definite end: " + ending.file() + ": " + ending.how()));
        out.printf(
                "%d files in %.0f s with %d clients%n",
                files.size(), outcome.wall().toMillis() / 1e3, CLIENTS);
        Remains remains = new Remains(stand.home());
        long running = Remains.parsers(stand);
        List<String> inClear = remains.inClear(files);
        out.printf("parsers: %d before, %d after; files of which bytes lie in clear: %s%n", before, running, inClear);
        return endings.stream().allMatch(Ending::isDefinite) && running <= before && inClear.isEmpty();
    }

    /**
     * How one file ended.
     *
     * @param type as the archive found it; the name's ending where it did not say
     * @param isDefinite false where the archive was at fault, or the document was still being read after all patience
     */
    record Ending(Path file, String type, String how, boolean isDefinite) {}
}
