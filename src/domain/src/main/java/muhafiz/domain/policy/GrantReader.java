package muhafiz.domain.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the grants in the file's order and numbers them within their role. */
final class GrantReader {
    private final Map<String, Integer> numbers = new HashMap<>();

    Optional<Grant> grant(FieldReader at) {
        var role = at.id("role", Ids.ROLE);
        var number = numbers.merge(role, 1, Integer::sum);
        var scope = scope(at);
        var kinds = Set.copyOf(at.maybeIds("kinds", Ids.KIND));
        var purposes = at.ids("purposes", Ids.PURPOSE);
        at.texts("actions");
        known(at, "actions", Ids.ACTION);
        var actions = Set.copyOf(at.words("actions", "action", Action::of));
        known(at, "when", Ids.CONDITION);
        var when = Set.copyOf(at.words("when", "condition", Condition::of));
        var neverRead = Set.copyOf(at.maybeIds("never_read", Ids.KIND));
        known(at, "never_actions", Ids.ACTION);
        var neverActions = Set.copyOf(at.words("never_actions", "action", Action::of));
        var source = at.maybeText("src");
        return at.made(() -> new Grant(
                role + "." + number,
                role,
                scope.orElseThrow(),
                kinds,
                purposes,
                actions,
                when,
                neverRead,
                neverActions,
                source));
    }

    /** A word that the archive knows must also be one that this file's closed list allows. */
    private static void known(FieldReader at, String key, Ids vocabulary) {
        at.fields().words(key).stream()
                .filter(word -> !at.reading().isKnown(vocabulary, word) && isOurs(vocabulary, word))
                .forEach(word -> at.reading().known(at.place(key, word), vocabulary, word));
    }

    private static boolean isOurs(Ids vocabulary, String word) {
        return vocabulary == Ids.ACTION
                ? Action.of(word).isPresent()
                : Condition.of(word).isPresent();
    }

    /** A list of classes, or the name of one set. */
    static Optional<Grant.Scope> scope(FieldReader at) {
        if (at.fields().at("classes").filter(Part.Text.class::isInstance).isEmpty()) {
            return Optional.of(new Grant.Scope.Classes(Set.copyOf(at.ids("classes", Ids.CLASS))));
        }
        at.id("classes", Ids.CLASS_SET);
        return at.maybeText("classes").flatMap(ClassSet::of).map(Grant.Scope.Of::new);
    }
}
