package muhafiz.inspect;

import java.util.ArrayList;
import java.util.List;
import muhafiz.inspect.frame.Walls;

/**
 * Walls by unshare(1) where bubblewrap is not installed: the same namespaces, and a root of our own that {@link
 * RootScript} builds in memory and pivots into before the JVM starts. Where the archive is not root, the worker is user 0
 * of a user namespace in which nothing can be done: its capabilities are gone for ever and no file of the archive's
 * user is in its sight.
 */
record UnshareCage(SandboxSettings settings, View view, boolean root) implements Cage {
    static final Tool[] TOOLS = {
        Tool.UNSHARE, Tool.SETPRIV, Tool.PRLIMIT, Tool.SH, Tool.MOUNT, Tool.UMOUNT, Tool.MKDIR, Tool.PIVOT_ROOT
    };

    UnshareCage(SandboxSettings settings) {
        this(settings, View.of(settings.program()), Myself.isRoot());
    }

    @Override
    public Isolation isolation() {
        return Isolation.UNSHARE;
    }

    @Override
    public List<String> command(Scratch.Room room) {
        List<String> command = new ArrayList<>(Privileges.diesWithParent());
        command.add(Tool.UNSHARE.argument());
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "--net", "--pid", "--ipc", "--uts", "--cgroup"));
        command.addAll(List.of("--fork", "--kill-child=KILL", "--propagation", "private", "--"));
        command.addAll(List.of(Tool.SH.argument(), "-ceu", RootScript.text(view, settings.limits()), "cage"));
        command.add(room.path().toString());
        command.addAll(Privileges.limitsOfOneUser(settings.limits()));
        command.addAll(root ? Privileges.nobody() : Privileges.none());
        command.addAll(new JavaCommand(settings).in(View.SCRATCH));
        return command;
    }

    @Override
    public boolean holds(Walls seen) {
        return (!root || seen.uid() == Myself.NOBODY)
                && seen.capabilities() == 0
                && seen.noNewPrivileges()
                && seen.interfaces() == 0
                && seen.processes() <= 3;
    }
}
