package muhafiz.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxClient;
import muhafiz.inspect.SandboxSettings;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;
import muhafiz.sandbox.mrz.DrawnZone;
import muhafiz.sandbox.mrz.Passports;
import muhafiz.sandbox.reading.TikaReader;
import muhafiz.stand.Checkout;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * How fast documents are read behind their wall, beside the same parsers in this process in the same run, what the wall costs in CPU time an
 * application (of the whole machine, which must have nothing else to do), and a long queue that is drained while memory is watched. Ends with an error where a document was not read.
 */
public final class ReadingBench {
    private static final int OF_AN_APPLICATION = 7;
    private static final int TEXTS = 280;
    private static final int SCANS = 140;
    private static final int QUEUE = Integer.parseInt(System.getenv().getOrDefault("MUHAFIZ_BENCH_QUEUE", "10000"));

    private final PrintStream out = System.out;
    private final Path folder;
    private final AtomicInteger unread = new AtomicInteger();

    private ReadingBench(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder for the files */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createDirectories(Path.of(arguments[0])).resolve("reading");
        Files.createDirectories(folder);
        new ReadingBench(folder).run();
    }

    private record Paper(String mediaType, Path file) {}

    private void run() throws IOException, InterruptedException, ExecutionException {
        List<Paper> texts = texts();
        List<Paper> scans = scans();
        TikaReader reader = new TikaReader();
        reader.warm();
        try (DocumentInspector inspector = SandboxClient.open(settings())) {
            out.printf(
                    "isolation %s, one worker an application of %d documents, one at a time%n",
                    inspector.isolation(), OF_AN_APPLICATION);
            out.println(
                    "| documents | in this process, a second | behind the wall, a second | ratio | CPU s an application more |");
            out.println("|---|---|---|---|---|");
            compared("text PDF, 2 pages", texts, reader, inspector);
            compared("scan, JPEG at 200 dpi, its zone read", scans, reader, inspector);
            drained(texts, inspector);
        }
        if (unread.get() > 0) {
            throw new IllegalStateException(unread + " documents were not read");
        }
    }

    private static SandboxSettings settings() {
        List<Path> jars = Checkout.find().sandbox();
        Optional<Path> shared = jars.stream()
                .map(jar -> jar.resolveSibling("worker.jsa"))
                .filter(Files::exists)
                .findFirst();
        return new SandboxSettings(
                new SandboxSettings.Program(Path.of(System.getProperty("java.home")), jars, shared),
                Isolation.downTo(Isolation.PROCESS),
                Path.of("/dev/shm/muhafiz-bench-" + ProcessHandle.current().pid()),
                SandboxSettings.Limits.standard(),
                SandboxSettings.Crew.standard());
    }

    /** First warm, then measured; in turns, so that both see the same machine. */
    private void compared(String what, List<Paper> papers, TikaReader reader, DocumentInspector inspector)
            throws IOException {
        inside(papers, reader);
        behind(papers.subList(0, 2 * OF_AN_APPLICATION), inspector);
        Spent inside = inside(papers, reader);
        Spent behind = behind(papers, inspector);
        double applications = (double) papers.size() / OF_AN_APPLICATION;
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %.2f |%n",
                what,
                papers.size() / inside.seconds(),
                papers.size() / behind.seconds(),
                behind.seconds() / inside.seconds(),
                (behind.cpu() - inside.cpu()) / applications);
    }

    private record Spent(double seconds, double cpu) {}

    private Spent inside(List<Paper> papers, TikaReader reader) {
        return spent(() -> {
            for (Paper paper : papers) {
                Question question = new Question(paper.mediaType(), Files.size(paper.file()));
                if (!(reader.read(question, paper.file()) instanceof Answer.Found)) {
                    unread.incrementAndGet();
                }
            }
        });
    }

    private Spent behind(List<Paper> papers, DocumentInspector inspector) {
        return spent(() -> {
            for (int first = 0; first < papers.size(); first += OF_AN_APPLICATION) {
                application(papers.subList(first, Math.min(papers.size(), first + OF_AN_APPLICATION)), inspector);
            }
        });
    }

    private void application(List<Paper> papers, DocumentInspector inspector) throws IOException {
        UUID application = UUID.randomUUID();
        for (Paper paper : papers) {
            byte[] bytes = Files.readAllBytes(paper.file());
            Inspection read =
                    inspector.inspect(application, paper.mediaType(), bytes.length, new ByteArrayInputStream(bytes));
            if (!(read instanceof Inspection.Read)) {
                unread.incrementAndGet();
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Spent spent(Work work) {
        long cpu = CpuTime.millisOfMachine();
        long begun = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Spent(seconds, (CpuTime.millisOfMachine() - cpu) / 1e3);
    }

    /** Two at a time, as the archive does it; what this process and its workers hold is looked at all the while. */
    private void drained(List<Paper> papers, DocumentInspector inspector)
            throws InterruptedException, ExecutionException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<?>> applications = new ArrayList<>();
        AtomicInteger left = new AtomicInteger(QUEUE);
        long begun = System.nanoTime();
        for (int turn = 0; turn < 2; turn++) {
            applications.add(two.submit(() -> {
                while (left.getAndAdd(-OF_AN_APPLICATION) > 0) {
                    application(papers.subList(0, OF_AN_APPLICATION), inspector);
                }
                return null;
            }));
        }
        List<Long> held = new ArrayList<>();
        while (applications.stream().anyMatch(one -> !one.isDone())) {
            Thread.sleep(1_000);
            held.add(memory());
        }
        for (Future<?> one : applications) {
            one.get();
        }
        two.shutdown();
        double seconds = (System.nanoTime() - begun) / 1e9;
        int tenth = Math.max(1, held.size() / 10);
        out.printf(
                Locale.ROOT,
                "queue of %d drained in %.0f s, %.0f a second; memory of all processes in MiB: first tenth %d, last tenth %d, most %d%n",
                QUEUE,
                seconds,
                QUEUE / seconds,
                mean(held.subList(0, tenth)),
                mean(held.subList(held.size() - tenth, held.size())),
                held.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static long mean(List<Long> values) {
        return Math.round(values.stream().mapToLong(Long::longValue).average().orElse(0));
    }

    /** Resident memory of this process and its children in MiB (proc(5), statm). */
    private static long memory() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .mapToLong(ReadingBench::resident)
                .sum();
    }

    private static long resident(ProcessHandle process) {
        try {
            String statm = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
            return Long.parseLong(statm.split(" ", -1)[1]) * 4 / 1024;
        } catch (IOException gone) {
            return 0;
        }
    }

    private List<Paper> texts() throws IOException {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            Path file = folder.resolve("text-" + i + ".pdf");
            Files.write(file, text(i));
            papers.add(new Paper("application/pdf", file));
        }
        return papers;
    }

    private static byte[] text(int number) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle("Contract " + number);
            for (int page = 0; page < 2; page++) {
                PDPage sheet = new PDPage();
                pdf.addPage(sheet);
                try (PDPageContentStream pen = new PDPageContentStream(pdf, sheet)) {
                    pen.beginText();
                    pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    pen.setLeading(14);
                    pen.newLineAtOffset(60, 740);
                    for (int line = 0; line < 48; line++) {
                        pen.showText(
                                "The parties agree on clause " + line + " of contract " + number + ", page " + page);
                        pen.newLine();
                    }
                    pen.endText();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private List<Paper> scans() throws IOException {
        List<Paper> papers = new ArrayList<>();
        Passports passports = new Passports(1);
        for (int i = 0; i < SCANS; i++) {
            BufferedImage page =
                    DrawnZone.of(passports.next(), 200, i, "OCRB.otf").picture();
            Path file = folder.resolve("scan-" + i + ".jpg");
            if (!ImageIO.write(page, "jpg", file.toFile())) {
                throw new IOException("this Java writes no JPEG");
            }
            papers.add(new Paper("image/jpeg", file));
        }
        return papers;
    }
}
