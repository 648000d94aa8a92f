package muhafiz.domain.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Part;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Values that the archive reads as they stand: nothing more and nothing less than {@code plain.txt} says. */
class PlainTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause({"POL-1", "POL-2", "POL-5"})
    void theHeadAndTheRulesOfItsChange() {
        are("meta", "policy_change", "notices.languages", "notices.states");
    }

    @Test
    @Clause({"STO-2", "STO-5"})
    void theOrderOfBoundsAndWhatAHoldDoes() {
        are("retention_rules", "hold");
    }

    @Test
    @Clause("RGT-4")
    void whatARestrictionAllows() {
        are("restriction");
    }

    @Test
    @Clause({"STO-3", "STO-4", "PRO-5", "PRO-6"})
    void howThingsAreDestroyed() {
        are("destruction", "audit_log", "break_glass", "roles");
    }

    @Test
    @Clause({"DIS-4", "DIS-6"})
    void whatLeavesTheHouse() {
        are("disclosure_package");
        haveOf("disclosures", "examples", "notify_subject", "secrecy", "status_of_forbidden");
    }

    @Test
    @Clause({"PRO-2", "USE-9"})
    void theClosedListsAndTheTasks() {
        are("vocabulary", "tasks");
    }

    @Test
    @Clause("COL-2")
    void theRestOfWhatPeopleBring() {
        are("payment_channels", "not_offered", "document_kinds.defaults");
        haveOf("document_kinds", "validity_margin_days");
        haveOf("eservices", "apply_within", "validity", "max_total", "consent_of_child", "decide_within.tiers");
        haveOf("triggers", "is");
    }

    @Test
    @Clause("POL-4")
    void theOverlays() {
        are("temporary_overlays");
    }

    @Test
    @Clause({"RGT-1", "RGT-5", "RGT-6", "RGT-7", "RGT-8"})
    void theRestOfTheRightsAndTheCalendar() {
        are("calendar", "clock_rule", "identity_check.never", "identity_check.lockout", "refusal_grounds.rules");
        haveOf("requests", "readers_shown_as", "reader_name", "clock_starts", "propagate_to");
        haveOf("clocks", "fee", "anonymous", "for", "counts_from", "refuse.reasoned", "life_or_liberty.skips");
    }

    @Test
    @Clause("USE-8")
    void howFiguresAreKeptFromTelling() {
        for (var field : List.of(
                "table",
                "identities",
                "arises_from",
                "period_label_required",
                "disclosure_control",
                "survive_erasure")) {
            are("statistics." + field);
        }
    }

    private void are(String... paths) {
        for (var path : paths) {
            assertThat(at(policy.file(), path).stream().flatMap(PlainTest::told))
                    .as(path)
                    .isEqualTo(Table.plain(path))
                    .isNotEmpty();
        }
    }

    /** Of every entry of a section, these fields, where it has them; the table names those that do. */
    private void haveOf(String section, String... fields) {
        var entries =
                policy.file().at(section).stream().flatMap(PlainTest::below).toList();
        for (var field : fields) {
            var ours =
                    entries.stream().flatMap(entry -> at(entry, field).stream()).flatMap(PlainTest::told);
            var stated = Table.plain(section).stream()
                    .filter(row -> row.replaceFirst(" = .*", "")
                            .matches("\\w+(\\.[\\w-]+|\\[\\d+])\\." + field.replace(".", "\\.") + "([.\\[].*)?"))
                    .filter(row -> !row.startsWith("document_kinds.defaults"));
            assertThat(ours)
                    .as(section + " " + field)
                    .isEqualTo(stated.toList())
                    .isNotEmpty();
        }
    }

    private static Optional<Part> at(Part part, String path) {
        return Arrays.stream(path.split("\\."))
                .reduce(
                        Optional.of(part),
                        (found, key) -> found.filter(Part.Fields.class::isInstance)
                                .flatMap(fields -> ((Part.Fields) fields).at(key)),
                        (one, other) -> other);
    }

    private static Stream<Part> below(Part part) {
        return part instanceof Part.Fields fields
                ? fields.entries().values().stream()
                : ((Part.Series) part).items().stream();
    }

    private static Stream<String> told(Part part) {
        if (part instanceof Part.Fields fields) {
            return fields.entries().isEmpty()
                    ? Stream.of(part.path() + " = {}")
                    : below(part).flatMap(PlainTest::told);
        }
        if (part instanceof Part.Series) {
            var items = below(part).map(PlainTest::scalar).collect(Collectors.joining(", ", "[", "]"));
            return Stream.concat(
                    Stream.of(part.path() + " = " + items),
                    below(part).filter(item -> scalar(item).equals("*")).flatMap(PlainTest::told));
        }
        return Stream.of(part.path() + " = " + scalar(part));
    }

    private static String scalar(Part part) {
        if (part instanceof Part.Fields || part instanceof Part.Series) {
            return "*";
        }
        return part instanceof Part.Blank ? "null" : String.valueOf(part.plain());
    }
}
