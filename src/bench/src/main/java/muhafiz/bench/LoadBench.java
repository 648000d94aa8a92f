package muhafiz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * 500 documents of 300 KiB through the running archive, with 1 and with 8 clients, and the same bytes through the bare store in the same
 * run: documents a second, p50, p99, CPU a document outside the store, and the ratio. Machine reading is off, so that what is measured
 * is the promise; what reading costs is measured where it is done.
 */
public final class LoadBench {
    private static final int PAPERS = 500;
    private static final int WARM_UP = 6000;
    private static final int CASES = 40;
    private static final int[] CLIENTS = {1, 8};

    private final PrintStream out;
    private final Stand stand;
    private final ArchiveLoad archive;
    private final BareStore store;

    private LoadBench(PrintStream out, Stand stand, ArchiveLoad archive, BareStore store) {
        this.out = out;
        this.stand = stand;
        this.archive = archive;
        this.store = store;
    }

    /** @param arguments the folder for the archive's data, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        StandSettings settings = StandSettings.forTests(home).withSandbox(List.of());
        int most = WARM_UP + PAPERS * CLIENTS.length;
        try (Stand stand = Stand.start(settings);
                BareStore store = new BareStore(handover(home), most)) {
            ArchiveLoad archive = new ArchiveLoad(stand.api(), stand.credentials());
            new LoadBench(System.out, stand, archive, store).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        archive.open(CASES);
        out.printf("%d documents of %d KiB, after %d for warming up%n", PAPERS, Papers.BYTES / 1024, WARM_UP);
        Clients.run(8, WARM_UP, number -> archive.upload(number, Papers.paper(number)));
        Clients.run(8, WARM_UP, archive::download);
        Clients.run(8, WARM_UP, number -> store.put(number, Papers.paper(number)));
        Clients.run(8, WARM_UP, store::get);
        out.println(
                "| what | clients | documents/s | p50 ms | p99 ms | CPU ms/document outside the store | of the bare store |");
        out.println("|---|---|---|---|---|---|---|");
        int from = WARM_UP;
        for (int clients : CLIENTS) {
            measure(clients, from);
            from += PAPERS;
        }
    }

    private void measure(int clients, int from) throws InterruptedException {
        Clients.Outcome bareIn = Clients.run(clients, PAPERS, one -> store.put(from + one, Papers.paper(from + one)));
        row("store, in", clients, bareIn, bareIn, 0);
        long before = cpu();
        Clients.Outcome in = Clients.run(clients, PAPERS, one -> archive.upload(from + one, Papers.paper(from + one)));
        row("archive, in", clients, in, bareIn, cpu() - before);
        Clients.Outcome bareOut = Clients.run(clients, PAPERS, one -> store.get(from + one));
        row("store, out", clients, bareOut, bareOut, 0);
        before = cpu();
        Clients.Outcome back = Clients.run(clients, PAPERS, one -> archive.download(from + one));
        row("archive, out", clients, back, bareOut, cpu() - before);
    }

    private long cpu() {
        return CpuTime.millisOfTree(stand.pid(Part.SERVER)) + CpuTime.millisOfTree(stand.pid(Part.DATABASE));
    }

    private void row(String what, int clients, Clients.Outcome outcome, Clients.Outcome bare, long cpuMillis) {
        out.printf(
                "| %s | %d | %.0f | %.1f | %.1f | %s | %.2f |%n",
                what,
                clients,
                outcome.perSecond(),
                outcome.millis(0.5),
                outcome.millis(0.99),
                cpuMillis == 0 ? "–" : String.format("%.1f", (double) cpuMillis / PAPERS),
                outcome.perSecond() / bare.perSecond());
    }

    private static Properties handover(Path home) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("run/settings.properties"))) {
            settings.load(reader);
        }
        return settings;
    }
}
