package muhafiz.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The file system a worker behind walls sees: the system's libraries, the JDK and its own class path, read-only and
 * at the paths they have outside (an AppCDS archive knows its jars by path); three devices; and {@link #SCRATCH}.
 * No shell, no programs but the JDK's and two that take privileges away, no configuration, no data.
 *
 * @param readOnly files and folders shown, outermost first
 * @param links symbolic links to make, such as {@code /lib} to {@code usr/lib}
 */
record View(SortedSet<Path> readOnly, Map<Path, Path> links) {
    /** The only folder a worker may write to, in memory. */
    static final Path SCRATCH = Path.of("/scratch");

    static final List<Path> DEVICES = Stream.of("null", "random", "urandom")
            .map(name -> Path.of("/dev", name))
            .toList();

    private static final List<Path> LIBRARIES = Stream.of("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib64")
            .map(Path::of)
            .toList();

    private static final Path LINKER_CACHE = Path.of("/etc/ld.so.cache");

    static View of(SandboxSettings.Program program) {
        View view = new View(new TreeSet<>(), new LinkedHashMap<>());
        try {
            LIBRARIES.forEach(view::library);
            view.show(program.javaHome());
            view.showTargets(program.javaHome());
            program.classPath().forEach(view::show);
            program.sharedClasses().filter(Files::exists).ifPresent(view::show);
            Stream.of(LINKER_CACHE).filter(Files::exists).forEach(view::show);
            Stream.of(Tool.SETPRIV, Tool.PRLIMIT)
                    .flatMap(tool -> tool.path().stream())
                    .forEach(view::show);
        } catch (IOException e) {
            throw new UncheckedIOException("the Java home cannot be listed: " + program.javaHome(), e);
        }
        return view;
    }

    /** The folders above everything shown that have to be made, outermost first. */
    List<Path> parents() {
        SortedSet<Path> parents = new TreeSet<>();
        for (Path shown : readOnly) {
            for (Path up = shown.getParent(); up != null && up.getNameCount() > 0; up = up.getParent()) {
                parents.add(up);
            }
        }
        parents.removeIf(this::isShown);
        return List.copyOf(parents);
    }

    private void library(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            links.put(folder, target(folder));
        } else if (Files.isDirectory(folder)) {
            readOnly.add(folder);
        }
    }

    private void show(Path path) {
        if (!isShown(path)) {
            readOnly.add(path);
        }
    }

    /** Distributions link a JDK's configuration, down to its cipher policies, to folders elsewhere. */
    private void showTargets(Path javaHome) throws IOException {
        Path real = javaHome.toRealPath();
        show(real);
        for (Path folder : List.of(real.resolve("conf"), real.resolve("lib"))) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.filter(Files::isSymbolicLink)
                        .filter(Files::exists)
                        .map(View::real)
                        .forEach(this::show);
            }
        }
    }

    private boolean isShown(Path path) {
        return readOnly.stream().anyMatch(path::startsWith)
                || links.keySet().stream().anyMatch(path::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("link cannot be followed: " + path, e);
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException("link cannot be read: " + link, e);
        }
    }
}
