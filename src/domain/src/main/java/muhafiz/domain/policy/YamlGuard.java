package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Refuses what a policy file never needs, before any tree is built: anchors and aliases (a small file could stand for
 * a huge one), tags, a second document, deep nesting. It reads events in constant memory and without recursion.
 */
final class YamlGuard {
    static final int DEEPEST = 24;

    private final List<Problem> problems = new ArrayList<>();
    private int depth;
    private int documents;

    /** Everything refused; the file may be composed when the list is empty. */
    static List<Problem> check(LoadSettings settings, String yaml) {
        var guard = new YamlGuard();
        try {
            for (var event : new Parse(settings).parseString(yaml)) {
                guard.see(event);
                if (guard.depth > DEEPEST) {
                    break;
                }
            }
        } catch (YamlEngineException e) {
            guard.problems.add(unreadable(e));
        }
        return guard.problems;
    }

    /** Where the YAML itself is broken. */
    static Problem unreadable(YamlEngineException broken) {
        var mark =
                broken instanceof MarkedYamlEngineException marked ? marked.getProblemMark() : Optional.<Mark>empty();
        var what = broken instanceof MarkedYamlEngineException marked ? marked.getProblem() : broken.getMessage();
        return new Problem(line(mark), "file", "this is no YAML: " + what);
    }

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private void see(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            refuse(event, "a second document; a policy is one");
        }
        if (event instanceof AliasEvent) {
            refuse(event, "aliases are not allowed");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            refuse(
                    event,
                    "anchors are not allowed, found &"
                            + node.getAnchor().map(Anchor::getValue).orElse(""));
        }
        if (tag(event).isPresent()) {
            refuse(event, "tags are not allowed, found " + tag(event).get());
        }
        nest(event);
    }

    private void nest(Event event) {
        if (event instanceof CollectionStartEvent && ++depth == DEEPEST + 1) {
            refuse(event, "nested deeper than " + DEEPEST);
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private void refuse(Event event, String message) {
        problems.add(new Problem(line(event.getStartMark()), "file", message));
    }
}
