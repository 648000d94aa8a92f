package muhafiz.domain.policy;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is declared and used nowhere: a rule that nobody can come under is a mistake in a published policy. */
final class Unused {
    private static final Pattern NAMED = Pattern.compile("\\b(seed\\d{3}|[A-Z][A-Z0-9]+)\\b");
    /** Told by officers and applicants for the case alone; no period starts with them. */
    private static final Set<String> EVENTS_ONLY = Set.of("card_lost", "withdrawn");
    /** Given by number and access code, to whoever holds them. */
    private static final Set<String> GIVEN_WITHOUT_ROLE = Set.of("lodge_request");

    private final Reading reading;
    private final Part.Fields file;

    private Unused(FieldReader file) {
        this.reading = file.reading();
        this.file = file.fields();
    }

    static void check(FieldReader file) {
        var unused = new Unused(file);
        unused.triggers();
        unused.grantedToNobody();
        unused.sources();
    }

    private void triggers() {
        var used = new HashSet<>(EVENTS_ONLY);
        below("record_classes").forEach(found -> {
            found.fields("retention").ifPresent(rule -> used.addAll(rule.words("trigger")));
            used.addAll(found.words("early_shred_on"));
            found.at("exceptions")
                    .flatMap(Values::list)
                    .ifPresent(all -> all.forEach(other -> used.addAll(other.words("event"))));
        });
        file.fields("triggers").ifPresent(all -> keys(all, used, "no period starts with it"));
    }

    private void grantedToNobody() {
        file.fields("purposes").ifPresent(all -> keys(all, granted("purposes"), "granted to nobody"));
        var actions = granted("actions");
        actions.addAll(GIVEN_WITHOUT_ROLE);
        file.fields("vocabulary").ifPresent(words -> {
            words(words, "actions", actions, "granted to nobody");
            words(words, "conditions", granted("when"), "no grant asks for it");
        });
    }

    private Set<String> granted(String key) {
        var used = new HashSet<String>();
        file.at("grants").flatMap(Values::list).ifPresent(all -> all.forEach(grant -> used.addAll(grant.words(key))));
        return used;
    }

    private void sources() {
        var used = new HashSet<String>();
        named(file, used);
        file.fields("sources").ifPresent(all -> keys(all, used, "no value rests on it"));
    }

    private static void named(Part.Fields in, Set<String> used) {
        in.entries().forEach((key, part) -> {
            if (isEvidence(key)) {
                part.words().forEach(text -> NAMED.matcher(text).results().forEach(found -> used.add(found.group(1))));
            }
            inner(part).forEach(fields -> named(fields, used));
        });
    }

    private static boolean isEvidence(String key) {
        return key.endsWith("src")
                || Set.of("benchmark", "conflicts_with", "ref", "act").contains(key);
    }

    private static Stream<Part.Fields> inner(Part part) {
        if (part instanceof Part.Fields fields) {
            return Stream.of(fields);
        }
        return part instanceof Part.Series series ? series.items().stream().flatMap(Unused::inner) : Stream.empty();
    }

    private Stream<Part.Fields> below(String section) {
        return file.fields(section).stream()
                .flatMap(all -> all.entries().values().stream())
                .flatMap(part -> Values.fields(part).stream());
    }

    private void keys(Part.Fields declared, Set<String> used, String problem) {
        declared.entries().forEach((id, part) -> {
            if (!used.contains(id)) {
                reading.problem(part, problem);
            }
        });
    }

    private void words(Part.Fields vocabulary, String list, Set<String> used, String problem) {
        vocabulary.at(list).filter(Part.Series.class::isInstance).stream()
                .flatMap(part -> ((Part.Series) part).items().stream())
                .forEach(item -> item.words().stream()
                        .filter(word -> !used.contains(word))
                        .forEach(word -> reading.problem(item, word + ": " + problem)));
    }
}
