package muhafiz.domain.policy.table;

import static muhafiz.domain.policy.table.Cells.listed;
import static muhafiz.domain.policy.table.Cells.mark;
import static muhafiz.domain.policy.table.Cells.maybe;
import static muhafiz.domain.policy.table.Cells.row;
import static muhafiz.domain.policy.table.Cells.sorted;
import static muhafiz.domain.policy.table.Cells.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** How long, from when, whose and why: every class of the policy against the tables. */
class KeepingTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause({"STO-1", "STO-2"})
    void everyClassEndsAsTheTableSays() {
        assertThat(policy.recordClasses()).extracting(KeepingTest::retention).isEqualTo(Table.rows("retention"));
    }

    private static String retention(RecordClass found) {
        var rule = found.retention();
        return row(
                rule.id(),
                listed(rule.triggers()),
                maybe(rule.period()),
                rule.disposal().word(),
                rule.mark().word(),
                maybe(rule.floor().map(Cells::bound)),
                maybe(rule.ceiling().map(Cells::bound)),
                listed(rule.exceptions().stream()
                        .map(other -> String.join(
                                ":",
                                other.condition(),
                                other.event(),
                                other.period().toString(),
                                mark(other.footing())))
                        .toList()),
                listed(rule.earlyEnd()));
    }

    @Test
    @Clause({"SCO-2", "SCO-3", "COL-8"})
    void everyClassIsOwnedAndFoundedAsTheTableSays() {
        assertThat(policy.recordClasses()).extracting(KeepingTest::founded).isEqualTo(Table.rows("classes"));
    }

    private static String founded(RecordClass found) {
        var basis = found.basis();
        return row(
                found.id(),
                found.owner(),
                found.category(),
                maybe(found.compartment()),
                found.regime().name().toLowerCase(Locale.ROOT),
                found.purpose(),
                found.purposeMark().word(),
                basis.basis(),
                maybe(basis.act()),
                maybe(basis.article()),
                basis.mark().word(),
                yes(found.madeByTheArchive()),
                yes(found.holdsPersonalData()),
                yes(found.keepsCommitmentForEver()));
    }

    @Test
    @Clause("STO-1")
    void periodsRunFromTheEventsOfTheTable() {
        assertThat(policy.triggers())
                .extracting(trigger -> row(
                        trigger.id(),
                        trigger.by().name().toLowerCase(Locale.ROOT),
                        listed(trigger.outcomes()),
                        maybe(trigger.movesTo())))
                .isEqualTo(Table.rows("triggers"));
    }

    @Test
    @Clause("COL-2")
    void anApplicationMovesAsTheTableSays() {
        var states = policy.file()
                .fields("application_states")
                .orElseThrow()
                .entries()
                .keySet();

        assertThat(states)
                .extracting(id ->
                        row(id, sorted(policy.applicationState(id).orElseThrow().next())))
                .containsExactlyElementsOf(Table.rows("states"));
    }
}
