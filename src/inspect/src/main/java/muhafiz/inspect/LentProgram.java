package muhafiz.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that a worker that is nobody can read its own program. A checkout below {@code /root}, or one made with
 * umask 077, is closed to others; then the class path is lent to the worker as a copy in the memory folder.
 */
final class LentProgram {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--r--r--");

    private final Scratch scratch;

    LentProgram(Scratch scratch) {
        this.scratch = scratch;
    }

    /** The same settings, or the same with a class path that can be read behind walls of this kind. */
    SandboxSettings behind(Isolation isolation, SandboxSettings settings) {
        boolean isOpen = settings.program().classPath().stream()
                .allMatch(path -> isOpen(path) && (isolation.isWalled() || isReached(path)));
        return isOpen || !Myself.isRoot() ? settings : lent(settings);
    }

    private SandboxSettings lent(SandboxSettings settings) {
        try {
            List<Path> copies = new ArrayList<>();
            for (Path path : settings.program().classPath()) {
                copies.add(copy(path, scratch.shelf()));
            }
            // An archive of classes knows its jars by path, and these are others.
            return settings.with(new SandboxSettings.Program(settings.program().javaHome(), copies, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's class path cannot be copied to memory", e);
        }
    }

    private static Path copy(Path from, Path shelf) throws IOException {
        Path top = from.getFileName();
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Path to = shelf.resolve(top).resolve(from.relativize(each).toString());
                Files.copy(each, to);
                Files.setPosixFilePermissions(to, Files.isDirectory(to) ? FOLDER : FILE);
            }
        }
        return shelf.resolve(top);
    }

    private static boolean isOpen(Path path) {
        return permissions(path).contains(PosixFilePermission.OTHERS_READ);
    }

    private static boolean isReached(Path path) {
        for (Path up = path.getParent(); up != null; up = up.getParent()) {
            if (!permissions(up).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static Set<PosixFilePermission> permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's class path cannot be looked at: " + path, e);
        }
    }
}
