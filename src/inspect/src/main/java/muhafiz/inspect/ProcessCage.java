package muhafiz.inspect;

import java.util.ArrayList;
import java.util.List;
import muhafiz.inspect.frame.Walls;

/**
 * No walls, only a process: another heap and no environment; where the archive is root, another user that may read no
 * file of the archive's. The network, and everything the whole machine may read, stays within a parser's reach, so an
 * operator must allow this by name.
 */
record ProcessCage(SandboxSettings settings, boolean root) implements Cage {
    static final Tool[] TOOLS = {Tool.SH};

    ProcessCage(SandboxSettings settings) {
        this(settings, Myself.isRoot());
    }

    @Override
    public Isolation isolation() {
        return Isolation.PROCESS;
    }

    @Override
    public List<String> command(Scratch.Room room) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(Tool.SH.argument(), "-c", "ulimit -c 0; exec \"$@\"", "cage"));
        if (Tool.all(Tool.PRLIMIT)) {
            command.addAll(root ? Privileges.limitsOfOneUser(settings.limits()) : Privileges.limits(settings.limits()));
        }
        if (Tool.all(Tool.SETSID)) {
            command.add(Tool.SETSID.argument());
        }
        if (Tool.all(Tool.SETPRIV)) {
            command.addAll(unprivileged());
        }
        command.addAll(new JavaCommand(settings).in(room.path()));
        return command;
    }

    /** A change of user makes the kernel forget the death signal, so that is asked for last. */
    private List<String> unprivileged() {
        List<String> command = new ArrayList<>();
        command.addAll(root ? Privileges.nobody() : List.of(Tool.SETPRIV.argument(), "--no-new-privs", "--"));
        command.addAll(Privileges.diesWithParent());
        return command;
    }

    @Override
    public boolean holds(Walls seen) {
        return !root || seen.uid() == Myself.NOBODY;
    }
}
