package muhafiz.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxClient;
import muhafiz.inspect.SandboxSettings;

/**
 * Reads every file of a folder as the archive would and prints what became of it: {@code FolderReport FOLDER
 * DOCUMENTS_PER_APPLICATION [ISOLATION [CDS_ARCHIVE]]}. Each run of so many files counts as one application, that is,
 * one worker.
 */
final class FolderReport {
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<Long> micros = new ArrayList<>();
    private final PrintStream out;

    private FolderReport(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Isolation isolation = args.length > 2 ? Isolation.valueOf(args[2]) : Isolation.BUBBLEWRAP;
        Optional<Path> shared = args.length > 3 ? Optional.of(Path.of(args[3])) : Optional.empty();
        SandboxSettings settings = new SandboxSettings(
                new SandboxSettings.Program(WorkerClassPath.javaHome(), WorkerClassPath.ofProduction(), shared),
                Set.of(isolation),
                Path.of("/dev/shm/muhafiz-report"),
                SandboxSettings.Limits.standard(),
                SandboxSettings.Crew.standard());
        FolderReport report = new FolderReport(System.out);
        try (DocumentInspector inspector = SandboxClient.open(settings)) {
            report.read(inspector, files(Path.of(args[0])), Integer.parseInt(args[1]));
        }
        report.print();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void read(DocumentInspector inspector, List<Path> files, int perApplication) throws IOException {
        out.println("isolation " + inspector.isolation() + ", " + files.size() + " files");
        UUID application = UUID.randomUUID();
        for (int i = 0; i < files.size(); i++) {
            application = i % perApplication == 0 ? UUID.randomUUID() : application;
            read(inspector, application, files.get(i));
        }
    }

    private void read(DocumentInspector inspector, UUID application, Path file) throws IOException {
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            Inspection inspection = inspector.inspect(application, "application/octet-stream", Files.size(file), in);
            long spent = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1_000;
            micros.add(spent);
            String outcome = word(inspection);
            outcomes.computeIfAbsent(ending(file), e -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
            if (!(inspection instanceof Inspection.Read)) {
                out.printf(Locale.ROOT, "%-28s %6d ms  %s%n", outcome, spent / 1_000, file.getFileName());
            }
        }
    }

    private static String word(Inspection inspection) {
        if (inspection instanceof Inspection.Unreadable unreadable) {
            return "unreadable " + unreadable.code();
        }
        if (inspection instanceof Inspection.Died died) {
            return "died " + died.reason();
        }
        return inspection instanceof Inspection.Read ? "read" : "not read by machine";
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void print() {
        outcomes.forEach((ending, counts) -> out.println(ending + "  "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "))));
        micros.sort(Comparator.naturalOrder());
        out.printf(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                micros.get(micros.size() / 2) / 1e3,
                micros.get(micros.size() * 95 / 100) / 1e3,
                micros.get(micros.size() - 1) / 1e3);
    }
}
