package muhafiz.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks between sections other than grants: what one section relies on, another must give. */
final class Agreement {
    /** The states of the contract: portals are written against them. */
    private static final Set<String> STATES = Set.of("open", "deficient", "in-work", "decided", "withdrawn", "closed");

    private final Reading reading;
    private final Part.Fields file;

    private Agreement(FieldReader file) {
        this.reading = file.reading();
        this.file = file.fields();
    }

    static void check(FieldReader file) {
        var agreement = new Agreement(file);
        agreement.everyTaskIsServed();
        agreement.statesAreTheContracts();
        agreement.consentIsTheBasisWhereNeeded();
        agreement.outcomesAreTheRowsBelowTheirParent();
        GrantAgreement.check(file);
    }

    private void everyTaskIsServed() {
        var served = new HashSet<String>();
        below("purposes").forEach(purpose -> served.addAll(purpose.words("serves")));
        file.fields("tasks")
                .ifPresent(tasks -> tasks.entries().forEach((task, at) -> {
                    if (!served.contains(task)) {
                        reading.problem(at, "served by no purpose");
                    }
                }));
    }

    private void statesAreTheContracts() {
        file.fields("application_states").ifPresent(states -> {
            if (!states.entries().keySet().equals(STATES)) {
                reading.problem(states, "the states are open, deficient, in-work, decided, withdrawn, closed");
            }
        });
    }

    private void consentIsTheBasisWhereNeeded() {
        below("record_classes").forEach(recordClass -> {
            var basis =
                    recordClass.fields("basis").map(found -> found.words("is")).orElse(List.of());
            recordClass.words("purpose").stream()
                    .filter(purpose -> needsConsent(purpose) && !basis.equals(List.of("LB-CONSENT")))
                    .forEach(purpose ->
                            reading.problem(recordClass, "purpose " + purpose + " needs consent as its basis"));
        });
    }

    private boolean needsConsent(String purpose) {
        return file.fields("purposes")
                .flatMap(all -> all.fields(purpose))
                .flatMap(found -> found.at("consent_required"))
                .flatMap(Values::truth)
                .orElse(false);
    }

    /** Violations are counted by their own files, the rows below by the files that arise from them: so the sum checks. */
    private void outcomesAreTheRowsBelowTheirParent() {
        var statistics = file.fields("statistics");
        var rows = statistics.flatMap(found -> found.fields("sources_of_rows"));
        var origin = statistics.flatMap(found -> found.fields("arises_from"));
        if (rows.isEmpty() || origin.isEmpty()) {
            return;
        }
        var below = Stream.of("I2", "I3", "I4", "I5")
                .flatMap(row -> rows.get().words(row).stream())
                .toList();
        if (!rows.get().words("I1").equals(origin.get().words("parent"))
                || !below.equals(origin.get().words("outcomes"))) {
            reading.problem(origin.get(), "not what rows I1 and I2 to I5 count");
        }
    }

    private Stream<Part.Fields> below(String section) {
        return file.fields(section).stream()
                .flatMap(all -> all.entries().values().stream())
                .flatMap(part -> Values.fields(part).stream());
    }
}
