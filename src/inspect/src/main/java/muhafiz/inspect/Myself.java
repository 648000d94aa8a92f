package muhafiz.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who the archive's own process is to the kernel. */
final class Myself {
    /** The user id of nobody: owns no file, may do nothing of ours. */
    static final int NOBODY = 65_534;

    private Myself() {}

    /** Whether this process may change to another user. False where the system does not say. */
    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
