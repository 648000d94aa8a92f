package muhafiz.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program of the operating system, looked for only where an administrator puts programs. */
enum Tool {
    BWRAP("bwrap"),
    UNSHARE("unshare"),
    SETPRIV("setpriv"),
    PRLIMIT("prlimit"),
    SETSID("setsid"),
    MOUNT("mount"),
    UMOUNT("umount"),
    MKDIR("mkdir"),
    PIVOT_ROOT("pivot_root"),
    SH("sh");

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    private final String file;

    Tool(String file) {
        this.file = file;
    }

    /** Where it is; empty when it is not installed. */
    Optional<Path> path() {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Its path as an argument; call only where {@link #all} has said that it is installed. */
    String argument() {
        return path().orElseThrow(() -> new IllegalStateException(file + " is not installed"))
                .toString();
    }

    static boolean all(Tool... tools) {
        return List.of(tools).stream().allMatch(tool -> tool.path().isPresent());
    }

    /** What is missing of these, for a message. */
    static String missing(Tool... tools) {
        return List.of(tools).stream()
                .filter(tool -> tool.path().isEmpty())
                .map(tool -> tool.file)
                .toList()
                .toString();
    }
}
