package muhafiz.inspect;

import java.util.ArrayList;
import java.util.List;

/** Command-line prefixes that take limits and privileges away from whatever runs after them. */
final class Privileges {
    /** Processes and threads of one user; a worker's JVM has about 20 threads. */
    private static final int PROCESSES = 1_024;
    /** What a JVM needs beside its heap: metaspace, code, stacks, buffers. */
    private static final long BESIDE_HEAP = 384L * 1024 * 1024;

    private Privileges() {}

    /**
     * No core dump, no file above the scratch limit, bounded memory, for this and every child. Said inside the walls,
     * where a user namespace of its own counts processes from zero.
     */
    static List<String> limits(SandboxSettings.Limits limits) {
        return List.of(
                Tool.PRLIMIT.argument(),
                "--core=0",
                "--fsize=" + limits.scratch(),
                "--data=" + (limits.heap() + BESIDE_HEAP),
                "--");
    }

    /** As {@link #limits}, and a bounded number of processes; not for a user who runs other things too. */
    static List<String> limitsOfOneUser(SandboxSettings.Limits limits) {
        List<String> all = new ArrayList<>(limits(limits));
        all.add(all.size() - 1, "--nproc=" + PROCESSES);
        return all;
    }

    /** The process is killed by the kernel when the thread that started it is gone. */
    static List<String> diesWithParent() {
        return List.of(Tool.SETPRIV.argument(), "--pdeathsig=KILL", "--");
    }

    /** No capability now or ever, no new privileges. */
    static List<String> none() {
        return List.of(
                Tool.SETPRIV.argument(),
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs",
                "--");
    }

    /** As {@link #none}, and as nobody; only root may say this. */
    static List<String> nobody() {
        return List.of(
                Tool.SETPRIV.argument(),
                "--reuid=" + Myself.NOBODY,
                "--regid=" + Myself.NOBODY,
                "--clear-groups",
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs",
                "--");
    }
}
