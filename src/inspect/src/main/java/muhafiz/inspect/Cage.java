package muhafiz.inspect;

import java.util.List;
import muhafiz.inspect.frame.Walls;

/** The walls around a worker: how to start a JVM behind them, and what it must then see. */
sealed interface Cage permits BubblewrapCage, UnshareCage, ProcessCage {

    Isolation isolation();

    /** The whole command line that starts a worker which may write only to {@code room}. */
    List<String> command(Scratch.Room room);

    /** Whether a worker that sees these walls is as shut in as this cage promises. */
    boolean holds(Walls seen);

    /** Tools without which this cage cannot be built, as found on this machine; empty when it can. */
    static String missing(Isolation isolation) {
        Tool[] needed = switch (isolation) {
            case BUBBLEWRAP -> BubblewrapCage.TOOLS;
            case UNSHARE -> UnshareCage.TOOLS;
            case PROCESS -> ProcessCage.TOOLS;
            case NONE -> throw new IllegalArgumentException("NONE has no walls");
        };
        return Tool.all(needed) ? "" : "not installed: " + Tool.missing(needed);
    }

    static Cage of(Isolation isolation, SandboxSettings settings) {
        return switch (isolation) {
            case BUBBLEWRAP -> new BubblewrapCage(settings);
            case UNSHARE -> new UnshareCage(settings);
            case PROCESS -> new ProcessCage(settings);
            case NONE -> throw new IllegalArgumentException("NONE has no walls");
        };
    }
}
