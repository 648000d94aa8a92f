package muhafiz.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.stand.home.StartRefused;

/** The folder that holds {@code ear}, {@code config} and {@code src}: where the stand finds what the build made. */
public record Checkout(Path root) {

    /** Looks upward from the stand's own jar, then from the working folder. */
    public static Checkout find() {
        return above(codeOf(Checkout.class))
                .or(() -> above(Path.of("").toAbsolutePath()))
                .orElseThrow(() -> new StartRefused("There is no checkout of Muhafiz above " + codeOf(Checkout.class)
                        + " or the working folder. Run this from the checkout."));
    }

    /** The jar or folder that this class was loaded from. */
    public static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Checkout> above(Path start) {
        Path folder = start.toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("ear/pom.xml"))) {
                return Optional.of(new Checkout(folder));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** WildFly with the EAR, as {@code ear} makes it. */
    public Path server() {
        return root.resolve("ear/target/server");
    }

    public Path config() {
        return root.resolve("config");
    }

    /** Where tests share one unpacked PostgreSQL. */
    Path programsForTests() {
        return root.resolve("src/stand/target/programs");
    }

    /** The parsers' class path: the sandbox's own jar and its libraries; empty where it is not built. */
    public List<Path> sandbox() {
        Path target = root.resolve("src/sandbox/target");
        List<Path> jars = new ArrayList<>(jarsIn(target));
        jars.addAll(jarsIn(target.resolve("lib")));
        return List.copyOf(jars);
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
