package muhafiz.sandbox.training;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code worker.jsa} into the build folder. Where a JDK cannot, workers start without it. */
public final class SharedClasses {
    private static final long PATIENCE_MINUTES = 2;

    private SharedClasses() {}

    /** @param args the build folder: the module's jar lies in it, its libraries in its folder {@code lib} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(args[0]).toAbsolutePath().normalize();
        Path archive = target.resolve("worker.jsa");
        Files.deleteIfExists(archive);
        Process training = new ProcessBuilder(command(target, archive))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            training.destroyForcibly();
        }
    }

    /** Same collector, heap and class path, in the same order, as a worker's. */
    private static List<String> command(Path target, Path archive) throws IOException {
        String classPath = Stream.concat(jars(target), jars(target.resolve("lib")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Djava.awt.headless=true",
                // PDFBox notes down there which fonts it has met.
                "-Dpdfbox.fontcache=" + target,
                "-cp",
                classPath,
                Training.class.getName());
    }

    private static Stream<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        }
    }
}
