package muhafiz.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * The shell script that builds a worker's root in memory, makes it the root, forgets the old one and becomes the
 * worker. Runs as root of its own mount namespace; its first argument is an empty folder, the rest is the command.
 */
final class RootScript {
    private RootScript() {}

    static String text(View view, SandboxSettings.Limits limits) {
        StringJoiner script = new StringJoiner("\n");
        script.add("root=$1; shift");
        script.add(mount("-t tmpfs -o mode=0755,size=1m,nosuid,nodev tmpfs \"$root\""));
        view.parents().forEach(p -> script.add(mkdir(p)));
        view.readOnly().forEach(p -> bind(script, p));
        view.links().forEach((link, to) -> script.add("/bin/ln -s " + quoted(to) + " \"$root\"" + quoted(link)));
        script.add(mkdir(Path.of("/dev")));
        View.DEVICES.forEach(d -> device(script, d));
        own(script, limits);
        script.add("cd \"$root\"");
        script.add(Tool.PIVOT_ROOT.argument() + " . .old");
        script.add("/.old" + Tool.UMOUNT.argument() + " -l /.old");
        script.add("cd " + View.SCRATCH);
        script.add("exec \"$@\"");
        return script.toString();
    }

    private static void own(StringJoiner script, SandboxSettings.Limits limits) {
        script.add(mkdir(Path.of("/proc")));
        script.add(mount("-t proc -o nosuid,nodev,noexec proc \"$root\"/proc"));
        script.add(mkdir(View.SCRATCH));
        script.add(mount(
                "-t tmpfs -o mode=1777,nosuid,nodev,size=" + limits.scratch() + " tmpfs \"$root\"" + View.SCRATCH));
        script.add(mkdir(Path.of("/.old")));
        script.add(mount("-o remount,bind,ro,nosuid,nodev \"$root\""));
    }

    private static void bind(StringJoiner script, Path path) {
        String inside = "\"$root\"" + quoted(path);
        script.add(Files.isDirectory(path) ? mkdir(path) : ": > " + inside);
        script.add(mount("--bind " + quoted(path) + " " + inside));
        script.add(mount("-o remount,bind,ro,nosuid,nodev " + inside));
    }

    private static void device(StringJoiner script, Path device) {
        String inside = "\"$root\"" + quoted(device);
        script.add(": > " + inside);
        script.add(mount("--bind " + quoted(device) + " " + inside));
    }

    private static String mkdir(Path path) {
        return Tool.MKDIR.argument() + " -p -m 0755 \"$root\"" + quoted(path);
    }

    private static String mount(String arguments) {
        return Tool.MOUNT.argument() + " " + arguments;
    }

    /** One word for the shell, whatever is in it. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
