package muhafiz.domain.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The sections about dealing with people and bodies: disclosures, clocks, requests, refusals. */
record Dealings(
        Map<String, DisclosureGround> disclosures,
        Map<String, Clock> clocks,
        Map<String, RequestKind> requests,
        Map<String, RefusalGround> grounds) {

    static Dealings read(FieldReader file) {
        file.only("clock_rule", "earliest_active_deadline_wins");
        return new Dealings(
                file.each("disclosures", DisclosureReader::ground),
                file.each("clocks", Dealings::clock),
                file.each("requests", Dealings::request),
                grounds(file.inner("refusal_grounds")));
    }

    private static Optional<Clock> clock(String id, FieldReader at) {
        var act = at.text("act");
        at.inner("answer");
        var answer = TermReader.maybeLimit(at, "answer");
        var refuse = TermReader.maybeLimit(at, "refuse", "reasoned");
        var extend = extension(at);
        var study = TermReader.maybeLimit(at, "needs_study");
        var forward = TermReader.maybeLimit(at, "forward");
        var deficiency = TermReader.maybeLimit(at, "deficiency_notice");
        var urgent = hours(at, "urgent");
        var life = hours(at, "life_or_liberty");
        var repeats = at.maybeInner("repeats").map(in -> in.whole("max_substantive_answers_per_year"));
        var active = at.maybeTruth("active").orElse(true);
        var footing = at.also("fee", "anonymous", "for", "counts_from").footing();
        return at.made(() -> new Clock(
                id,
                act,
                answer.orElseThrow(),
                refuse,
                extend,
                study,
                forward,
                deficiency,
                urgent,
                life,
                repeats,
                active,
                footing));
    }

    private static Optional<Clock.Extension> extension(FieldReader clock) {
        var onlyIf = clock.fields().fields("extend").stream()
                .flatMap(extend -> extend.words("only_if").stream())
                .findFirst();
        return TermReader.maybeLimit(clock, "extend", "only_if").map(limit -> new Clock.Extension(limit, onlyIf));
    }

    private static Optional<Duration> hours(FieldReader clock, String key) {
        return clock.maybeInner(key).flatMap(at -> {
            var hours = at.also("skips").whole("hours");
            return at.made(() -> Duration.ofHours(hours));
        });
    }

    private static Optional<RequestKind> request(String id, FieldReader at) {
        var names = Names.read(at, id);
        var clock = at.id("clock", Ids.CLOCK);
        var outcomes = at.maybeTexts("outcome");
        var needs = at.maybeTexts("needs");
        var answer = at.maybeTexts("answer_must_hold");
        var effect = at.maybeText("effect");
        var interim = at.maybeText("interim");
        var always = at.maybeIds("always_granted_for", Ids.PURPOSE);
        var tests = at.maybeTexts("test_order");
        var certificate = at.maybeId("certificate", Ids.CLASS);
        at.also("readers_shown_as", "reader_name", "readers_src", "clock_starts", "propagate_to");
        var footing = at.footing();
        return at.made(() -> new RequestKind(
                id,
                names,
                clock,
                outcomes,
                needs,
                answer,
                effect,
                interim,
                always,
                tests,
                certificate,
                at.fields(),
                footing));
    }

    private static Map<String, RefusalGround> grounds(FieldReader at) {
        var rules = at.inner("rules");
        rules.truth("must_name_law_article");
        rules.truth("partial_first");
        rules.list("must_name_appeal_route", route -> {
            route.text("to");
            route.footing();
            return route.made(() -> route);
        });
        rules.made(() -> rules);
        return at.all((id, ground) -> {
            var text = ground.text("text");
            var needs = ground.maybeText("needs");
            var footing = ground.footing();
            return ground.made(() -> new RefusalGround(id, text, needs, footing));
        });
    }
}
