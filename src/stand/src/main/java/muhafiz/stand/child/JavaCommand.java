package muhafiz.stand.child;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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

    /** This JVM's class path, absolute: children work in another folder. */
    public static String ownClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
