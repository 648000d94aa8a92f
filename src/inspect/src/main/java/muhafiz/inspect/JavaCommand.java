package muhafiz.inspect;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker's JVM, without its walls. */
record JavaCommand(SandboxSettings settings) {
    private static final long MIB = 1024L * 1024L;

    /** Nothing of HotSpot's may reach standard output (the frames), and nothing at all the disk. */
    private static final List<String> QUIET = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-XX:-UsePerfData",
            "-XX:ErrorFile=/dev/null",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism");

    /** Short lives: one collector thread, and only the compiler that starts fast. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=160m", "-Xss1m");

    private static final List<String> PLAIN = List.of(
            "-Djava.awt.headless=true",
            // Nobody reads what parsers would log, and looking for a log takes longer than a page.
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Duser.language=en",
            "-Duser.country=US");

    /** @param scratch the folder a worker may write to, as the worker sees it */
    List<String> in(Path scratch) {
        SandboxSettings.Program program = settings.program();
        List<String> command = new ArrayList<>();
        command.add(program.javaHome().resolve("bin/java").toString());
        command.add("-Xmx" + settings.limits().heap() / MIB + "m");
        command.addAll(SHORT_LIVED);
        command.addAll(QUIET);
        command.addAll(PLAIN);
        command.add("-Xshare:auto");
        program.sharedClasses().ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        command.add("-Djava.io.tmpdir=" + scratch);
        command.add("-Duser.home=" + scratch);
        command.add("-cp");
        command.add(program.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(SandboxSettings.Program.MAIN);
        return command;
    }
}
