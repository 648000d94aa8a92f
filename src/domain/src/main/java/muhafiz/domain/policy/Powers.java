package muhafiz.domain.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sections that say who may what: vocabulary, grants, broken glass, prohibitions, identity. */
record Powers(
        List<Grant> grants,
        Optional<BreakGlass> breakGlass,
        Map<String, Prohibition> prohibitions,
        Map<String, IdentityLevel> identityLevels,
        Optional<Lockout> lockout) {

    static Powers read(FieldReader file) {
        checkVocabulary(file.inner("vocabulary"));
        var grants = new GrantReader();
        var identity = file.inner("identity_check");
        var levels = identity.each("levels", Powers::level);
        var lockout = lockout(identity.inner("lockout"));
        identity.texts("never");
        identity.made(() -> levels);
        return new Powers(
                file.list("grants", grants::grant),
                breakGlass(file.inner("break_glass")),
                prohibitions(file),
                levels,
                lockout);
    }

    /** The closed lists of the file may name only what the archive can do, test or resolve. */
    private static void checkVocabulary(FieldReader at) {
        at.texts("actions");
        at.texts("conditions");
        at.texts("class_sets");
        at.words("actions", "action", Action::of).stream()
                .filter(Action::isTheArchivesOwn)
                .forEach(action -> at.problem("actions", action.word() + " is an act of the archive itself"));
        at.words("conditions", "condition", Condition::of);
        at.words("class_sets", "class set", ClassSet::of);
        at.made(() -> at);
    }

    private static Optional<BreakGlass> breakGlass(FieldReader at) {
        var roles = Set.copyOf(at.ids("roles", Ids.ROLE));
        var minutes = at.whole("max_minutes");
        var needs = Set.copyOf(at.texts("needs"));
        var confirm = Set.copyOf(at.ids("confirm", Ids.ROLE));
        var notify = Set.copyOf(at.ids("notify", Ids.ROLE));
        at.footing();
        return at.made(() -> new BreakGlass(roles, Duration.ofMinutes(minutes), needs, confirm, notify));
    }

    private static Map<String, Prohibition> prohibitions(FieldReader file) {
        var prohibitions = new LinkedHashMap<String, Prohibition>();
        for (var prohibition : file.list("prohibitions", Powers::prohibition)) {
            if (prohibitions.put(prohibition.id(), prohibition) != null) {
                file.problem("prohibitions", "prohibition " + prohibition.id() + " stands twice");
            }
        }
        return Collections.unmodifiableMap(prohibitions);
    }

    private static Optional<Prohibition> prohibition(FieldReader at) {
        var id = at.text("id");
        at.texts("deny");
        var denied = Set.copyOf(at.words("deny", "action", Action::of));
        var scope = at.has("classes") ? GrantReader.scope(at) : Optional.<Grant.Scope>empty();
        var when = at.maybeWord("when", "situation", Situation::of);
        var to = at.maybeWord("to", "recipient", Situation::of);
        var compares = compares(at);
        var channel = at.maybeId("channel", Ids.CHANNEL);
        var unless = Set.copyOf(at.words("unless_any", "situation", Situation::of));
        var silent = at.maybeWord(
                "refusal", "form of refusal", word -> Optional.of(word).filter("must_not_say_why"::equals));
        var footing = at.footing();
        return at.made(() ->
                new Prohibition(id, denied, scope, when, to, compares, channel, unless, silent.isPresent(), footing));
    }

    private static Set<Prohibition.PersonCountry> compares(FieldReader at) {
        return at.maybeInner("compare")
                .map(compare -> {
                    compare.texts("recipient_country");
                    var with =
                            compare.words("recipient_country", "attribute of a person", Prohibition.PersonCountry::of);
                    compare.made(() -> with);
                    return Set.copyOf(with);
                })
                .orElse(Set.of());
    }

    private static Optional<IdentityLevel> level(String id, FieldReader at) {
        var means = Set.copyOf(at.texts("means"));
        var gives = Set.copyOf(at.texts("gives"));
        var footing = at.footing();
        return at.made(() -> new IdentityLevel(id, means, gives, footing));
    }

    private static Optional<Lockout> lockout(FieldReader at) {
        var attempts = at.whole("attempts");
        var window = at.whole("window_minutes");
        var uniform = at.truth("uniform_answer");
        at.footing();
        return at.made(() -> new Lockout(attempts, Duration.ofMinutes(window), uniform));
    }
}
