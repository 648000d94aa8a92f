package muhafiz.verify.check;

import jakarta.json.Json;
import java.io.PrintStream;

/**
 * How an answer is told.
 *
 * @param out where to
 * @param json as one JSON object, or in words
 * @param command what was asked
 */
record Voice(PrintStream out, boolean json, String command) {
    /** @return the exit code */
    int say(Outcome outcome) {
        return outcome instanceof Outcome.Broken broken ? broken(broken) : holds((Outcome.Holds) outcome);
    }

    private int holds(Outcome.Holds holds) {
        if (json) {
            var facts = Json.createObjectBuilder();
            holds.facts().forEach(facts::add);
            out.println(Json.createObjectBuilder()
                    .add("command", command)
                    .add("holds", true)
                    .add("facts", facts)
                    .build());
        } else {
            out.println("holds");
            holds.facts().forEach((name, fact) -> out.println("  " + name + ": " + fact));
        }
        return Checker.HOLDS;
    }

    private int broken(Outcome.Broken broken) {
        if (json) {
            out.println(Json.createObjectBuilder()
                    .add("command", command)
                    .add("holds", false)
                    .add("position", broken.position())
                    .add("why", broken.why())
                    .build());
        } else {
            out.println("BROKEN at " + broken.position() + ": " + broken.why());
        }
        return Checker.BROKEN;
    }

    /** Nothing was checked. @return {@code code} */
    int error(String message, int code) {
        if (json) {
            out.println(Json.createObjectBuilder()
                    .add("command", command)
                    .add("error", message)
                    .build());
        } else {
            out.println("not checked: " + message);
        }
        return code;
    }
}
