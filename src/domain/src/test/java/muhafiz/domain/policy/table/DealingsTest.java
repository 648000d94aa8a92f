package muhafiz.domain.policy.table;

import static muhafiz.domain.policy.table.Cells.listed;
import static muhafiz.domain.policy.table.Cells.mark;
import static muhafiz.domain.policy.table.Cells.maybe;
import static muhafiz.domain.policy.table.Cells.row;
import static muhafiz.domain.policy.table.Cells.sorted;
import static muhafiz.domain.policy.table.Cells.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Clock;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Requests, clocks, refusals, disclosures, notices and figures against the tables. */
class DealingsTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause("RGT-6")
    void theClocksRunAsTheTableSays() {
        var clocks = policy.file().fields("clocks").orElseThrow().entries().keySet();

        assertThat(clocks.stream().map(id -> policy.clock(id).orElseThrow()))
                .extracting(DealingsTest::clock)
                .isEqualTo(Table.rows("clocks"));
    }

    private static String clock(Clock clock) {
        return row(
                clock.id(),
                clock.act(),
                Cells.limit(clock.answer()),
                maybe(clock.refuse().map(Cells::limit)),
                maybe(clock.extend().map(more -> Cells.limit(more.limit()))),
                maybe(clock.extend().flatMap(Clock.Extension::onlyIf)),
                maybe(clock.needsStudy().map(Cells::limit)),
                maybe(clock.forward().map(Cells::limit)),
                maybe(clock.deficiencyNotice().map(Cells::limit)),
                hours(clock.urgent()),
                hours(clock.lifeOrLiberty()),
                maybe(clock.answersPerYear()),
                yes(clock.isActive()),
                mark(clock.footing()));
    }

    private static String hours(Optional<Duration> time) {
        return maybe(time.map(found -> found.toHours() + "h"));
    }

    @Test
    @Clause({"RGT-1", "RGT-2", "RGT-3", "RGT-4", "RGT-5", "RGT-6"})
    void personsAskForWhatTheTableSays() {
        assertThat(policy.requestKinds()).extracting(DealingsTest::request).isEqualTo(Table.rows("requests"));
    }

    private static String request(RequestKind kind) {
        return row(
                kind.id(),
                kind.clock(),
                listed(kind.outcomes()),
                listed(kind.needs()),
                listed(kind.answerMustHold()),
                maybe(kind.effect()),
                maybe(kind.interim()),
                listed(kind.alwaysGrantedFor()),
                listed(kind.testOrder()),
                maybe(kind.certificate()),
                mark(kind.footing()));
    }

    @Test
    @Clause("RGT-5")
    void aRequestIsRefusedOnTheGroundsOfTheTable() {
        assertThat(policy.refusalGrounds())
                .extracting(ground -> row(ground.id(), maybe(ground.needs()), mark(ground.footing())))
                .isEqualTo(Table.rows("refusals"));
    }

    @Test
    @Clause({"DIS-1", "DIS-2", "DIS-3", "DIS-4", "DIS-5"})
    void thingsAreGivenOutOnTheGroundsOfTheTable() {
        assertThat(policy.disclosureGrounds())
                .extracting(DealingsTest::disclosure)
                .isEqualTo(Table.rows("disclosures"));
    }

    private static String disclosure(DisclosureGround ground) {
        return row(
                ground.id(),
                listed(ground.bases()),
                listed(ground.needs()),
                sorted(ground.approve()),
                sorted(ground.ifSpecial()),
                sorted(ground.forbiddenCategories()),
                sorted(ground.only().entrySet().stream()
                        .map(only -> only.getKey() + ":" + String.join(",", only.getValue()))),
                maybe(ground.needsKind()),
                yes(ground.mayHide()),
                mark(ground.footing()));
    }

    @Test
    @Clause({"DIS-7", "POL-2"})
    void peopleAreToldWhatTheTableSays() {
        assertThat(policy.notices())
                .extracting(notice -> row(notice.id(), notice.to(), maybe(notice.state()), maybe(notice.request())))
                .isEqualTo(Table.rows("notices"));
    }

    @Test
    @Clause("USE-8")
    void theOfficialTableCountsWhatTheTableSays() {
        assertThat(policy.statistics().rows())
                .extracting(found -> row(found.id(), found.section(), listed(found.sources())))
                .isEqualTo(Table.rows("statistics"));
    }
}
