package muhafiz.domain.policy.table;

import static muhafiz.domain.policy.table.Cells.listed;
import static muhafiz.domain.policy.table.Cells.mark;
import static muhafiz.domain.policy.table.Cells.maybe;
import static muhafiz.domain.policy.table.Cells.row;
import static muhafiz.domain.policy.table.Cells.sorted;
import static muhafiz.domain.policy.table.Cells.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.IdentityLevel;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Prohibition;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.policy.Situation;
import org.junit.jupiter.api.Test;

/** Who may what, and what nobody may: every grant and prohibition against the tables. */
class PowersTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause({"PRO-2", "PRO-3", "USE-1..6"})
    void everythingThatIsAllowedStandsInTheTable() {
        assertThat(policy.grants()).extracting(PowersTest::grant).isEqualTo(Table.rows("grants"));
    }

    private static String grant(Grant grant) {
        return row(
                grant.role(),
                Cells.scope(grant.scope()),
                sorted(grant.kinds()),
                listed(grant.purposes()),
                sorted(grant.actions().stream().map(Action::word)),
                sorted(grant.when().stream().map(Condition::word)),
                sorted(grant.neverRead()),
                sorted(grant.neverActions().stream().map(Action::word)),
                maybe(grant.source()));
    }

    @Test
    @Clause({"DIS-0", "STO-5", "RGT-4"})
    void everythingThatIsProhibitedStandsInTheTable() {
        assertThat(policy.prohibitions()).extracting(PowersTest::prohibition).isEqualTo(Table.rows("prohibitions"));
    }

    private static String prohibition(Prohibition rule) {
        return row(
                rule.id(),
                sorted(rule.denied().stream().map(Action::word)),
                maybe(rule.scope().map(Cells::scope)),
                maybe(rule.when().map(Situation::word)),
                maybe(rule.to().map(Situation::word)),
                sorted(rule.compares().stream().map(with -> with.name().toLowerCase(Locale.ROOT))),
                maybe(rule.channel()),
                sorted(rule.unlessAny().stream().map(Situation::word)),
                yes(rule.isSilent()),
                mark(rule.footing()));
    }

    @Test
    @Clause("RGT-8")
    void aPersonIsKnownAsSurelyAsTheTableSays() {
        assertThat(Stream.of("L0", "L1", "L2")
                        .map(id -> policy.identityLevel(id).orElseThrow()))
                .extracting(PowersTest::level)
                .isEqualTo(Table.rows("identity"));
        assertThat(policy.identityLevel("L3")).isEmpty();
    }

    private static String level(IdentityLevel level) {
        return row(level.id(), sorted(level.means()), sorted(level.gives()), mark(level.footing()));
    }
}
