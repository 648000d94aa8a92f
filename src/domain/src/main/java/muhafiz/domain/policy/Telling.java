package muhafiz.domain.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections about what the public is told: statistics, changes of the policy, overlays, notices. */
record Telling(Statistics statistics, Map<String, Overlay> overlays, Map<String, NoticeTemplate> notices) {

    static Telling read(FieldReader file) {
        return new Telling(
                StatisticsReader.read(file.inner("statistics")), overlays(file), notices(file.inner("notices")));
    }

    private static Map<String, Overlay> overlays(FieldReader file) {
        var overlays = new LinkedHashMap<String, Overlay>();
        file.list("temporary_overlays", Telling::overlay).forEach(overlay -> overlays.put(overlay.id(), overlay));
        return Collections.unmodifiableMap(overlays);
    }

    private static Optional<Overlay> overlay(FieldReader at) {
        var id = at.text("id");
        var days = at.also("effective").fields().words("effective").stream()
                .flatMap(day -> Days.parsed(day, LocalDate::parse).stream())
                .toList();
        var stated = at.fields().at("effective").filter(Part.Series.class::isInstance);
        if (days.isEmpty()
                || stated.filter(two -> ((Part.Series) two).items().size() == 2).isEmpty()) {
            at.problem("effective", "a first day, and a last day or null");
        }
        var active = at.truth("active");
        var changes = new ArrayList<Part.Fields>();
        at.list("changes", change -> {
            change.maybeIds("services", Ids.SERVICE);
            change.maybeId("reception_only", Ids.UNIT);
            change.maybeText("originals_due");
            changes.add(change.fields());
            return change.made(() -> change);
        });
        var footing = at.footing();
        return at.made(() -> new Overlay(id, days.get(0), days.stream().skip(1).findFirst(), active, changes, footing));
    }

    private static Map<String, NoticeTemplate> notices(FieldReader at) {
        if (!at.texts("languages").equals(List.of("az", "en", "ru"))) {
            at.problem("languages", "the languages are az, en, ru");
        }
        at.texts("states");
        var templates = at.each("templates", Telling::template);
        at.made(() -> templates);
        return templates;
    }

    private static Optional<NoticeTemplate> template(String id, FieldReader at) {
        var to = at.text("to");
        var state = at.maybeId("case", Ids.STATE);
        var request = at.maybeId("request", Ids.REQUEST);
        at.also("what", "src");
        return at.made(() -> new NoticeTemplate(id, to, state, request));
    }
}
