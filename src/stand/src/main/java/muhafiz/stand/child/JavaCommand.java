package muhafiz.stand.child;

import java.nio.file.Path;
import java.util.List;

/** How every child JVM is called, so that memory never reaches the disk. */
public final class JavaCommand {
    private JavaCommand() {}

    /** This JVM's own program, and the flags that keep heap, core, crash and performance data off the disk. */
    public static List<String> withoutDumps() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-DumpReplayDataOnError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism");
    }
}
