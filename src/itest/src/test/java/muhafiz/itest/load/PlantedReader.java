package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.load.hostile.HostileReader;
import muhafiz.sandbox.DocumentReader;
import muhafiz.stand.Checkout;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/** Lays the hostile reader, and nothing else of the tests, before the parsers of one archive. */
final class PlantedReader {
    private PlantedReader() {}

    /** @param folder made anew */
    static StandSettings in(StandSettings settings, Path folder) {
        try {
            PrivateFiles.remove(folder);
            copyClasses(folder);
            Path services = Files.createDirectories(folder.resolve("META-INF/services"));
            Files.writeString(services.resolve(DocumentReader.class.getName()), HostileReader.class.getName() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.withSandbox(
                Stream.concat(Stream.of(folder), settings.sandbox().stream()).toList());
    }

    private static void copyClasses(Path folder) throws IOException {
        Path place = Path.of(HostileReader.class.getPackageName().replace('.', '/'));
        Path to = Files.createDirectories(folder.resolve(place));
        for (Path compiled : compiled(place)) {
            Files.copy(compiled, to.resolve(compiled.getFileName()));
        }
    }

    private static List<Path> compiled(Path place) throws IOException {
        try (Stream<Path> files =
                Files.list(Checkout.codeOf(HostileReader.class).resolve(place))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
