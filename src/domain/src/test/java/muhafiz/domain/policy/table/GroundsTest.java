package muhafiz.domain.policy.table;

import static muhafiz.domain.policy.table.Cells.listed;
import static muhafiz.domain.policy.table.Cells.mark;
import static muhafiz.domain.policy.table.Cells.row;
import static muhafiz.domain.policy.table.Cells.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Purposes, legal bases, categories and sources against the tables. */
class GroundsTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause({"USE-1..6", "USE-7", "USE-8", "USE-9"})
    void dataIsUsedForThePurposesOfTheTable() {
        assertThat(policy.purposes())
                .extracting(purpose -> row(
                        purpose.id(),
                        listed(purpose.serves()),
                        yes(purpose.needsConsent()),
                        yes(purpose.givesPersonalOutput()),
                        purpose.regime().name().toLowerCase(Locale.ROOT),
                        mark(purpose.footing())))
                .isEqualTo(Table.rows("purposes"));
    }

    @Test
    @Clause({"SCO-3", "USE-7"})
    void processingIsLawfulOnTheBasesOfTheTable() {
        var bases = policy.file().fields("legal_bases").orElseThrow().entries().keySet();

        assertThat(bases.stream().map(id -> policy.basis(id).orElseThrow()))
                .extracting(basis -> row(
                        basis.id(),
                        yes(basis.withdrawable()),
                        listed(basis.needs()),
                        listed(basis.consentMustHold()),
                        mark(basis.footing())))
                .isEqualTo(Table.rows("bases"));
    }

    @Test
    @Clause({"SCO-2", "SCO-4"})
    void dataIsAsDelicateAsTheTableSays() {
        assertThat(policy.categories())
                .extracting(category -> row(
                        category.id(), yes(category.isDefault()), listed(category.list()), mark(category.footing())))
                .isEqualTo(Table.rows("categories"));
    }

    @Test
    @Clause("COL-8")
    void everySourceSpeaksWithItsOwnAuthority() {
        assertThat(policy.sources())
                .extracting(source -> row(source.id(), source.authority().word(), yes(source.temporal())))
                .isEqualTo(Table.rows("sources"));
    }
}
