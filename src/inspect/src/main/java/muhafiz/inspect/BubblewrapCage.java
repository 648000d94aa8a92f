package muhafiz.inspect;

import java.util.ArrayList;
import java.util.List;
import muhafiz.inspect.frame.Walls;

/**
 * Walls by bubblewrap (bwrap(1)). As root the mounts are made with root's rights and the worker is nobody; else a user
 * namespace makes both possible. Everything a worker wrote is gone with its mount namespace.
 */
record BubblewrapCage(SandboxSettings settings, View view, boolean root) implements Cage {
    static final Tool[] TOOLS = {Tool.BWRAP, Tool.SETPRIV, Tool.PRLIMIT};

    private static final List<String> NAMESPACES = List.of(
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--hostname",
            "sandbox",
            "--die-with-parent",
            "--new-session",
            "--clearenv",
            "--cap-drop",
            "ALL");

    /** What {@link Privileges#nobody} needs to take itself away; it does. */
    private static final List<String> TO_BECOME_NOBODY =
            List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP");

    BubblewrapCage(SandboxSettings settings) {
        this(settings, View.of(settings.program()), Myself.isRoot());
    }

    @Override
    public Isolation isolation() {
        return Isolation.BUBBLEWRAP;
    }

    @Override
    public List<String> command(Scratch.Room room) {
        List<String> command = new ArrayList<>(List.of(Tool.BWRAP.argument()));
        command.addAll(NAMESPACES);
        command.addAll(root ? TO_BECOME_NOBODY : asNobody());
        show(command);
        command.addAll(List.of("--proc", "/proc"));
        command.addAll(List.of(
                "--perms", "1777", "--size", Long.toString(settings.limits().scratch())));
        command.addAll(List.of("--tmpfs", View.SCRATCH.toString(), "--chdir", View.SCRATCH.toString()));
        command.addAll(List.of("--remount-ro", "/", "--"));
        command.addAll(Privileges.limitsOfOneUser(settings.limits()));
        command.addAll(root ? Privileges.nobody() : Privileges.none());
        command.addAll(new JavaCommand(settings).in(View.SCRATCH));
        return command;
    }

    private static List<String> asNobody() {
        String nobody = Integer.toString(Myself.NOBODY);
        return List.of("--unshare-user", "--uid", nobody, "--gid", nobody);
    }

    private void show(List<String> command) {
        view.parents().forEach(p -> command.addAll(List.of("--perms", "0755", "--dir", p.toString())));
        view.readOnly().forEach(p -> command.addAll(List.of("--ro-bind", p.toString(), p.toString())));
        view.links().forEach((link, to) -> command.addAll(List.of("--symlink", to.toString(), link.toString())));
        command.addAll(List.of("--perms", "0755", "--dir", "/dev"));
        View.DEVICES.forEach(d -> command.addAll(List.of("--dev-bind", d.toString(), d.toString())));
    }

    @Override
    public boolean holds(Walls seen) {
        return seen.uid() == Myself.NOBODY
                && seen.capabilities() == 0
                && seen.noNewPrivileges()
                && seen.interfaces() == 0
                && seen.processes() <= 3;
    }
}
