package muhafiz.domain.policy;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the record classes: owner, purpose, basis and retention of each. */
final class ClassReader {
    private final Optional<RetentionRule.Bound> defaultFloor;
    private final Optional<RetentionRule.Bound> defaultCeiling;

    private ClassReader(FieldReader rules) {
        var floor = rules.maybePeriod("default_floor");
        var ceiling = rules.maybePeriod("default_ceiling");
        rules.only("floor_above_ceiling", "refuse_to_load");
        rules.only("missing_trigger_date", "review_list");
        rules.only("several_triggers", "whichever_comes_first");
        if (!rules.texts("order").equals(List.of("hold", "floor", "ceiling", "period"))) {
            rules.problem("order", "the archive knows only hold, floor, ceiling, period");
        }
        var footing = rules.footing();
        defaultFloor = bound(floor, footing);
        defaultCeiling = bound(ceiling, footing);
        rules.made(() -> footing);
    }

    static Map<String, RecordClass> read(FieldReader file) {
        var reader = new ClassReader(file.inner("retention_rules"));
        return file.each("record_classes", reader::recordClass);
    }

    private Optional<RecordClass> recordClass(String id, FieldReader at) {
        var name = at.text("name");
        var names = Names.read(at, name);
        var owner = at.id("owner", Ids.UNIT);
        var category = at.id("category", Ids.CATEGORY);
        var compartment = at.maybeWord("compartment", "compartment", ClassReader::compartment);
        var regime = at.maybeWord("regime", "regime", Regime::of).orElse(Regime.ADMINISTRATIVE);
        var purpose = at.id("purpose", Ids.PURPOSE);
        var purposeMark = at.word("purpose_status", "mark", Mark::of, Mark.ASSUMED);
        var basis = basis(at.inner("basis"));
        var retention = retention(id, at);
        var personal = at.maybeWord("must_not_contain", "content", word("personal_data"));
        var maker = at.maybeWord("made_by", "maker", word("archive"));
        var commitment = at.maybeWord("keep_commitment", "time", word("forever"));
        return at.made(() -> new RecordClass(
                id,
                name,
                names,
                owner,
                category,
                compartment,
                regime,
                purpose,
                purposeMark,
                basis.orElseThrow(),
                retention.orElseThrow(),
                personal.isEmpty(),
                maker.isPresent(),
                commitment.isPresent()));
    }

    private static Optional<RecordClass.ClassBasis> basis(FieldReader at) {
        var basis = at.id("is", Ids.BASIS);
        var act = open(at, "act");
        act.filter(source -> !at.reading().authorities(source).equals(List.of(Authority.LAW)))
                .ifPresent(source -> at.problem("act", "no law among the sources: " + source));
        var article = open(at, "article");
        var mark = at.word("status", "mark", Mark::of, Mark.ASSUMED);
        return at.made(() -> new RecordClass.ClassBasis(basis, act, article, mark));
    }

    /** A field that may be left open but must be there. */
    private static Optional<String> open(FieldReader at, String key) {
        if (at.fields().at(key).isEmpty()) {
            return Optional.of(at.text(key));
        }
        return at.maybeText(key);
    }

    private Optional<RetentionRule> retention(String id, FieldReader of) {
        var at = of.inner("retention");
        var triggers = at.ids("trigger", Ids.TRIGGER);
        var period = at.fields().at("period").isEmpty() ? Optional.of(at.period("period")) : at.maybePeriod("period");
        var disposal = at.word("action", "action at the end", Disposal::of, Disposal.REVIEW);
        var mark = at.word("status", "mark", Mark::of, Mark.ASSUMED);
        var benchmark = at.also("note", "src").maybeText("benchmark");
        var floor = at.maybeInner("floor").flatMap(ClassReader::bound).or(() -> defaultFloor);
        var ceiling = at.maybeInner("ceiling").flatMap(ClassReader::bound).or(() -> defaultCeiling);
        List<RetentionRule.ExceptionalPeriod> exceptions =
                of.has("exceptions") ? of.list("exceptions", ClassReader::exception) : List.of();
        var early = of.maybeIds("early_shred_on", Ids.TRIGGER);
        of.also("exceptions");
        return at.made(() ->
                new RetentionRule(id, triggers, period, disposal, mark, benchmark, floor, ceiling, exceptions, early));
    }

    private static Optional<RetentionRule.ExceptionalPeriod> exception(FieldReader at) {
        var condition = at.text("if");
        var event = at.id("event", Ids.TRIGGER);
        var period = at.period("period");
        var footing = at.footing();
        return at.made(() -> new RetentionRule.ExceptionalPeriod(condition, event, period, footing));
    }

    private static Optional<RetentionRule.Bound> bound(FieldReader at) {
        var period = at.maybePeriod("period");
        var until = at.maybeText("until");
        var footing = at.footing();
        return at.made(() -> new RetentionRule.Bound(period, until, footing));
    }

    private static Optional<RetentionRule.Bound> bound(Optional<Period> period, Footing footing) {
        return period.map(length -> new RetentionRule.Bound(Optional.of(length), Optional.empty(), footing));
    }

    private static Optional<String> compartment(String word) {
        return Condition.of("compartment_" + word).map(condition -> word);
    }

    private static Function<String, Optional<String>> word(String only) {
        return found -> Optional.of(found).filter(only::equals);
    }
}
