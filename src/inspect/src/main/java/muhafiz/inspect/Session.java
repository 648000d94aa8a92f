package muhafiz.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything a worker without walls has started. Behind walls the kernel ends it all with the process namespace; here
 * it is looked for: the worker's descendants, and what is still in its session after its parent has died.
 */
final class Session {
    /** Something that starts processes faster than we kill them is met again in each round. */
    private static final int ROUNDS = 20;

    private Session() {}

    static void kill(Process leader) {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = Stream.concat(leader.descendants(), members(leader.pid()))
                    .distinct()
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Stream<ProcessHandle> members(long session) {
        return ProcessHandle.allProcesses().filter(p -> p.pid() != session).filter(p -> sessionOf(p.pid()) == session);
    }

    /** The session of a process by proc(5); -1 where it is gone or the system does not say. */
    private static long sessionOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in brackets may hold anything; after it: state, parent, group, session.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
            return Long.parseLong(fields[3]);
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
