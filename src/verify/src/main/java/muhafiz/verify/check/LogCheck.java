package muhafiz.verify.check;

import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** Reads a whole downloaded log: {@code log DIR}. */
final class LogCheck {
    private LogCheck() {}

    static Outcome run(Arguments arguments) {
        var folder = new LogFolder(Input.path(arguments.next("the folder of the log")));
        arguments.end();
        var trust = Trust.of(arguments);
        Checkpoint head = trust.accept(checkpoint(folder));
        List<LogFolder> before = arguments.all("--against").stream()
                .map(Input::path)
                .map(LogFolder::new)
                .toList();
        long fromIndex = arguments.has("--hashes-only")
                ? Long.MAX_VALUE
                : arguments.number("--minimum-index").orElse(0L);

        List<Checkpoint> floors = floors(arguments, trust, before);
        new Walk(new Leaves(folder, fromIndex), head, floors, before).run();
        return Outcome.Holds.of("size", head.size())
                .and("root", head.root())
                .and("entriesRead", Math.max(0, head.size() - fromIndex / 256 * 256))
                .and("olderCheckpoints", floors.size());
    }

    private static SignedNote checkpoint(LogFolder folder) {
        return folder.checkpoint().orElseThrow(() -> new UnreadableException(folder + " has no checkpoint"));
    }

    private static List<Checkpoint> floors(Arguments arguments, Trust trust, List<LogFolder> before) {
        var floors = new ArrayList<Checkpoint>();
        arguments.all("--floor").forEach(file -> floors.add(trust.acceptFloor(Input.note(file))));
        before.forEach(older -> floors.add(trust.acceptFloor(checkpoint(older))));
        return floors;
    }
}
