package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The things a policy names, and the section that declares them. */
enum Ids {
    SOURCE("source", "sources"),
    UNIT("unit", "units"),
    ORIGIN("origin", "origins"),
    CHANNEL("channel", "channels"),
    ROLE("role", "roles"),
    TASK("task", "tasks"),
    PURPOSE("purpose", "purposes"),
    BASIS("legal basis", "legal_bases"),
    CATEGORY("category", "data_categories"),
    KIND("document kind", "document_kinds"),
    SERVICE("service", "eservices"),
    STATE("state", "application_states"),
    TRIGGER("trigger", "triggers"),
    CLASS("record class", "record_classes"),
    PROHIBITION("prohibition", "prohibitions"),
    DISCLOSURE("disclosure ground", "disclosures"),
    CLOCK("clock", "clocks"),
    REQUEST("request", "requests"),
    GROUND("refusal ground", "refusal_grounds"),
    OVERLAY("overlay", "temporary_overlays"),
    TEMPLATE("notice template", "notices.templates"),
    SPECIAL("special category", "data_categories.special.list"),
    ACTION("action", "vocabulary.actions"),
    CONDITION("condition", "vocabulary.conditions"),
    CLASS_SET("class set", "vocabulary.class_sets");

    private final String noun;
    private final String section;

    Ids(String noun, String section) {
        this.noun = noun;
        this.section = section;
    }

    String noun() {
        return noun;
    }

    /** What the file declares: the keys of a mapping, the {@code id}s of a list of mappings, or the words of a list. */
    Set<String> declaredIn(Part.Fields file) {
        var declared = new HashSet<String>();
        for (var part : at(file)) {
            declared.addAll(names(part));
        }
        switch (this) {
            case KIND -> declared.remove("defaults");
            case GROUND -> declared.remove("rules");
            case CATEGORY -> declared.add("none");
            default -> {}
        }
        return Set.copyOf(declared);
    }

    private List<Part> at(Part.Fields file) {
        List<Part> found = new ArrayList<>(List.of(file));
        for (var key : section.split("\\.", -1)) {
            found = found.stream()
                    .filter(Part.Fields.class::isInstance)
                    .flatMap(part -> ((Part.Fields) part).at(key).stream())
                    .toList();
        }
        return found;
    }

    private static Set<String> names(Part part) {
        if (part instanceof Part.Fields fields) {
            return fields.entries().keySet();
        }
        var names = new HashSet<>(part.words());
        if (part instanceof Part.Series series) {
            series.items().stream()
                    .filter(Part.Fields.class::isInstance)
                    .forEach(item -> names.addAll(((Part.Fields) item).words("id")));
        }
        return names;
    }
}
