package muhafiz.domain.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.policy.Clock;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.domain.policy.RetentionRule.Bound;

/** The sentences of each chapter. */
record Told(Policy policy, Speech speech) {

    List<String> head() {
        var open = policy.openPoints().size();
        return List.of(
                speech.say(Phrase.IN_FORCE, policy.meta().effectiveFrom().toLocalDate()),
                policy.published() ? speech.say(Phrase.PUBLISHED) : speech.say(Phrase.NOT_PUBLISHED, open),
                speech.say(Phrase.ASSUMED_PERIODS, policy.recordClasses().size(), policy.assumedPeriods()));
    }

    List<String> classes() {
        return policy.recordClasses().stream().map(this::told).toList();
    }

    private String told(RecordClass found) {
        var parts = new ArrayList<String>();
        parts.add(speech.of(found.names()) + " (" + found.id() + ")");
        parts.add(kept(found.retention()) + " " + speech.of(found.retention().mark()));
        bounds(found.retention()).forEach(parts::add);
        parts.add(why(found));
        return sentences(parts);
    }

    private String kept(RetentionRule rule) {
        return rule.period()
                .map(period -> speech.say(
                        Phrase.KEPT, speech.of(period), triggers(rule.triggers()), speech.of(rule.disposal())))
                .orElseGet(() -> speech.say(Phrase.KEPT_FOR_EVER));
    }

    private Stream<String> bounds(RetentionRule rule) {
        var instead = rule.exceptions().stream()
                .map(other -> speech.say(Phrase.INSTEAD, triggers(List.of(other.event())), speech.of(other.period()))
                        + " " + speech.of(other.footing().mark()));
        var early = rule.earlyEnd().isEmpty()
                ? Stream.<String>empty()
                : Stream.of(speech.say(Phrase.EARLIER, triggers(rule.earlyEnd())));
        return Stream.of(instead, early, bound(Phrase.AT_LEAST, rule.floor()), bound(Phrase.AT_MOST, rule.ceiling()))
                .flatMap(all -> all);
    }

    private Stream<String> bound(Phrase phrase, Optional<Bound> bound) {
        return bound.stream()
                .map(found -> speech.say(
                                phrase,
                                found.period().map(speech::of).orElseGet(() -> speech.say(Phrase.UNTIL_RECORD_ENDS)))
                        + " " + speech.of(found.footing().mark()));
    }

    private String why(RecordClass found) {
        var purpose = policy.purpose(found.purpose()).orElseThrow();
        return speech.say(Phrase.WHY, speech.of(purpose.names()), found.basis().citation()) + " "
                + speech.of(found.purposeMark());
    }

    private String triggers(List<String> ids) {
        return ids.stream()
                .map(id -> speech.of(policy.trigger(id).orElseThrow().names()))
                .collect(Collectors.joining(" / "));
    }

    List<String> purposes() {
        return policy.purposes().stream().map(this::told).toList();
    }

    private String told(Purpose purpose) {
        var parts = new ArrayList<String>();
        parts.add(speech.of(purpose.names()) + " (" + purpose.id() + ") "
                + speech.of(purpose.footing().mark()));
        if (purpose.needsConsent()) {
            parts.add(speech.say(Phrase.ONLY_BY_CONSENT));
        }
        if (!purpose.givesPersonalOutput()) {
            parts.add(speech.say(Phrase.ANONYMIZED));
        }
        return String.join("; ", parts) + ".";
    }

    List<String> recipients() {
        return policy.disclosureGrounds().stream().map(this::told).toList();
    }

    private String told(DisclosureGround ground) {
        var parts = new ArrayList<String>();
        parts.add(speech.of(ground.names()) + " (" + ground.id() + ") "
                + speech.of(ground.footing().mark()));
        if (!ground.forbiddenCategories().isEmpty()) {
            var never = ground.forbiddenCategories().stream().sorted().collect(Collectors.joining(", "));
            parts.add(speech.say(Phrase.NEVER_GIVEN, never));
        }
        if (ground.mayHide()) {
            parts.add(speech.say(Phrase.MAY_BE_HIDDEN));
        }
        return sentences(parts);
    }

    List<String> rights() {
        return policy.requestKinds().stream().map(this::told).toList();
    }

    private String told(RequestKind kind) {
        var clock = policy.clock(kind.clock()).orElseThrow();
        var terms = new ArrayList<String>();
        terms.add(speech.say(Phrase.ANSWERED, speech.of(clock.answer()), clock.act()));
        clock.refuse().ifPresent(limit -> terms.add(speech.say(Phrase.REFUSED, speech.of(limit))));
        clock.needsStudy().ifPresent(limit -> terms.add(speech.say(Phrase.STUDIED, speech.of(limit))));
        clock.extend()
                .map(Clock.Extension::limit)
                .ifPresent(limit -> terms.add(speech.say(Phrase.EXTENDED, speech.of(limit))));
        return sentences(List.of(
                speech.of(kind.names()) + " (" + kind.id() + ")",
                String.join("; ", terms) + " " + speech.of(clock.footing().mark())));
    }

    private static String sentences(List<String> parts) {
        return String.join(". ", parts) + ".";
    }
}
