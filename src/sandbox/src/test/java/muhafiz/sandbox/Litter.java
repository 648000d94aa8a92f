package muhafiz.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a worker without walls leaves on the test's machine, and a killed archive in memory. */
final class Litter {
    private static final List<String> FOLDERS = List.of("/tmp", "/var/tmp", "/dev/shm");

    private Litter() {}

    /** Removes the files of this name from the folders that everybody may write to; whether there were any. */
    static boolean of(String name) throws IOException {
        boolean wasThere = false;
        for (String folder : FOLDERS) {
            wasThere |= Files.deleteIfExists(Path.of(folder, name));
        }
        return wasThere;
    }

    static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
