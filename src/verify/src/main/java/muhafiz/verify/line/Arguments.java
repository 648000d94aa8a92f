package muhafiz.verify.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: plain ones, and options with a value each or without. */
public final class Arguments {
    private static final Set<String> FLAGS = Set.of("--json", "--hashes-only", "--entries");
    private static final Set<String> OPTIONS = Set.of(
            "--vkey",
            "--key-changes",
            "--witness",
            "--required",
            "--document",
            "--log",
            "--proof",
            "--minimum-index",
            "--floor",
            "--against",
            "--anchor",
            "--login",
            "--purpose",
            "--ref",
            "--name",
            "--port",
            "--bind");

    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, List<String>> options = new HashMap<>();

    public Arguments(String... line) {
        for (int i = 0; i < line.length; i++) {
            if (FLAGS.contains(line[i])) {
                options.put(line[i], List.of());
            } else if (OPTIONS.contains(line[i])) {
                i = take(line, i);
            } else if (line[i].startsWith("--")) {
                throw new UnreadableException("unknown option " + line[i]);
            } else {
                words.add(line[i]);
            }
        }
    }

    private int take(String[] line, int at) {
        if (at + 1 == line.length) {
            throw new UnreadableException(line[at] + " wants a value");
        }
        options.computeIfAbsent(line[at], name -> new ArrayList<>()).add(line[at + 1]);
        return at + 1;
    }

    /** The next plain word; {@code what} names it where it is missing. */
    public String next(String what) {
        if (words.isEmpty()) {
            throw new UnreadableException(what + " is missing");
        }
        return words.remove();
    }

    /** All plain words that are left. */
    public List<String> rest() {
        var rest = List.copyOf(words);
        words.clear();
        return rest;
    }

    /** Called when every word was taken that a command has. */
    public void end() {
        if (!words.isEmpty()) {
            throw new UnreadableException("one word too many: " + words.peek());
        }
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    public Optional<String> one(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new UnreadableException(option + " is wanted once");
        }
        return values.stream().findFirst();
    }

    /** A whole number from 0. */
    public Optional<Long> number(String option) {
        return one(option).map(text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new UnreadableException(option + " wants a whole number");
            }
            return Long.parseLong(text);
        });
    }
}
