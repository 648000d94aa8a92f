package muhafiz.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sections that say how long: states of an application, triggers, record classes with their retention. */
record Keeping(Map<String, ApplicationState> states, Map<String, Trigger> triggers, Map<String, RecordClass> classes) {

    static Keeping read(FieldReader file) {
        var states = file.each("application_states", Keeping::state);
        checkStates(file, states);
        return new Keeping(states, file.each("triggers", Keeping::trigger), ClassReader.read(file));
    }

    private static Optional<ApplicationState> state(String id, FieldReader at) {
        var names = Names.read(at, id);
        var what = at.text("what");
        var next = at.has("next") ? at.maybeIds("next", Ids.STATE) : at.ids("next", Ids.STATE);
        return at.made(() -> new ApplicationState(id, names, what, Set.copyOf(next)));
    }

    /** Every application ends: no state may be without a way to one that nothing follows. */
    private static void checkStates(FieldReader file, Map<String, ApplicationState> states) {
        var ending = new HashSet<String>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var state : states.values()) {
                boolean ends = state.next().isEmpty() || state.next().stream().anyMatch(ending::contains);
                grew |= ends && ending.add(state.id());
            }
        }
        for (var state : states.keySet()) {
            if (!ending.contains(state)) {
                file.fields()
                        .fields("application_states")
                        .flatMap(all -> all.at(state))
                        .ifPresent(at -> file.reading().problem(at, "goes in a circle and never ends"));
            }
        }
    }

    private static Optional<Trigger> trigger(String id, FieldReader at) {
        var by = at.word("by", "maker (officer, archive, sweep)", Trigger.StatedBy::of, Trigger.StatedBy.ARCHIVE);
        List<String> outcomes = at.maybeTexts("outcome");
        var moves = at.maybeId("moves_to", Ids.STATE);
        var names = Names.read(at, id.replace('_', ' '));
        at.also("is");
        return at.made(() -> new Trigger(id, names, by, outcomes, moves));
    }
}
