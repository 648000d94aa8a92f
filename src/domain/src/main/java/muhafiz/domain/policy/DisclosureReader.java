package muhafiz.domain.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the grounds on which something may be given out. */
final class DisclosureReader {

    private DisclosureReader() {}

    static Optional<DisclosureGround> ground(String id, FieldReader at) {
        var recipient = at.text("recipient");
        var names = Names.read(at, recipient);
        var bases = at.ids("bases", Ids.BASIS);
        var needs = at.texts("needs");
        var special = new HashSet<String>();
        var approve = approvers(at, special);
        var forbidden = Set.copyOf(at.maybeIds("forbidden_categories", Ids.CATEGORY));
        var examples = at.maybeTexts("examples");
        var only = only(at, examples);
        var kind = at.maybeId("needs_kind", Ids.KIND);
        var hides = at.maybeInner("secrecy").map(in -> in.also("needs").truth("may_hide_from_subject"));
        var footing = at.also("notify_subject", "status_of_forbidden").footing();
        return at.made(() -> new DisclosureGround(
                id,
                recipient,
                names,
                bases,
                needs,
                approve,
                special,
                forbidden,
                only,
                kind,
                hides.orElse(false),
                at.fields(),
                footing));
    }

    /** Roles, and mappings {@code {role: if_special}} for those who approve only special data. */
    private static Set<String> approvers(FieldReader at, Set<String> ifSpecial) {
        at.also("approve");
        var always = new HashSet<String>();
        var listed = at.fields().at("approve");
        if (listed.isEmpty()) {
            at.texts("approve");
        }
        for (var part : listed.filter(Part.Series.class::isInstance).stream()
                .flatMap(series -> ((Part.Series) series).items().stream())
                .toList()) {
            if (part instanceof Part.Fields condition) {
                condition.entries().forEach((role, when) -> {
                    at.reading().known(when, Ids.ROLE, role);
                    ifSpecial.add(role);
                    if (!when.words().equals(List.of("if_special"))) {
                        at.reading().problem(when, "the archive knows only if_special");
                    }
                });
            } else {
                part.words().forEach(role -> at.reading().known(part, Ids.ROLE, role));
                always.addAll(part.words());
            }
        }
        return always;
    }

    private static Map<String, List<String>> only(FieldReader at, List<String> examples) {
        var only = new HashMap<String, List<String>>();
        at.maybeInner("only")
                .ifPresent(in -> in.fields().entries().keySet().forEach(recipient -> {
                    only.put(recipient, in.ids(recipient, Ids.CLASS));
                    if (!examples.contains(recipient)) {
                        in.problem(recipient, "unknown recipient " + recipient);
                    }
                }));
        return only;
    }
}
