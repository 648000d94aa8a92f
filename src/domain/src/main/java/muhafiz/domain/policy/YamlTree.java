package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML text into {@link Part}s; keys are texts and stand once. */
final class YamlTree {
    /** Far above any policy, far below what hurts. */
    private static final int LARGEST = 1_000_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LARGEST).build();

    private final List<Problem> problems;

    private YamlTree(List<Problem> problems) {
        this.problems = problems;
    }

    /** Adds what is wrong to the problems; empty when there is no tree to go on with. */
    static Optional<Part.Fields> read(String yaml, List<Problem> problems) {
        problems.addAll(YamlGuard.check(SETTINGS, yaml));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            return new YamlTree(problems).top(new Compose(SETTINGS).composeString(yaml));
        } catch (YamlEngineException e) {
            problems.add(YamlGuard.unreadable(e));
            return Optional.empty();
        }
    }

    private Optional<Part.Fields> top(Optional<Node> node) {
        if (node.isPresent() && node.get() instanceof MappingNode fields) {
            return Optional.of(fields(fields, 1, ""));
        }
        problems.add(new Problem(1, "file", "a policy is a mapping of sections"));
        return Optional.empty();
    }

    private Part part(Node node, int line, String path) {
        if (node instanceof MappingNode mapping) {
            return fields(mapping, line, path);
        }
        if (node instanceof SequenceNode sequence) {
            return series(sequence, line, path);
        }
        return scalar((ScalarNode) node, line, path);
    }

    private Part.Fields fields(MappingNode mapping, int line, String path) {
        var entries = new LinkedHashMap<String, Part>();
        for (var tuple : mapping.getValue()) {
            key(tuple, path).ifPresent(key -> put(entries, key, tuple, path));
        }
        return new Part.Fields(line, path, Collections.unmodifiableMap(entries));
    }

    private void put(Map<String, Part> entries, String key, NodeTuple tuple, String path) {
        var line = YamlGuard.line(tuple.getKeyNode().getStartMark());
        var below = path.isEmpty() ? key : path + "." + key;
        if (entries.containsKey(key)) {
            problems.add(new Problem(line, below, "this key stands twice"));
            return;
        }
        entries.put(key, part(tuple.getValueNode(), line, below));
    }

    private Optional<String> key(NodeTuple tuple, String path) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return Optional.of(scalar.getValue());
        }
        problems.add(new Problem(
                YamlGuard.line(tuple.getKeyNode().getStartMark()),
                path.isEmpty() ? "file" : path,
                "a key is not text"));
        return Optional.empty();
    }

    private Part.Series series(SequenceNode sequence, int line, String path) {
        var items = new ArrayList<Part>();
        for (var node : sequence.getValue()) {
            items.add(part(node, YamlGuard.line(node.getStartMark()), path + "[" + items.size() + "]"));
        }
        return new Part.Series(line, path, items);
    }

    private Part scalar(ScalarNode scalar, int line, String path) {
        var value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return new Part.Blank(line, path);
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return new Part.Truth(line, path, value.equals("true"));
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return whole(value, line, path);
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            problems.add(new Problem(line, path, "numbers here are whole, found " + value));
        }
        return new Part.Text(line, path, value);
    }

    private Part whole(String value, int line, String path) {
        try {
            return new Part.Whole(line, path, Long.parseLong(value));
        } catch (NumberFormatException e) {
            problems.add(new Problem(line, path, "this number is too large"));
            return new Part.Text(line, path, value);
        }
    }
}
