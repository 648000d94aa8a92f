package muhafiz.domain.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document kinds that make an application complete, in the order they are asked for. */
public record Checklist(List<String> required, List<String> ifApplicable, Footing footing) {
    public Checklist {
        required = List.copyOf(required);
        ifApplicable = List.copyOf(ifApplicable);
        if (required.stream().anyMatch(ifApplicable::contains)) {
            throw new IllegalArgumentException("a kind is required and optional at once");
        }
        if (Set.copyOf(required).size() < required.size()) {
            throw new IllegalArgumentException("a kind is required twice");
        }
    }

    /** Required kinds first. */
    public Set<String> kinds() {
        return Stream.concat(required.stream(), ifApplicable.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
