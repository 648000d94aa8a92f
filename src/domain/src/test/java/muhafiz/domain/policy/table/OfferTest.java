package muhafiz.domain.policy.table;

import static muhafiz.domain.policy.table.Cells.listed;
import static muhafiz.domain.policy.table.Cells.mark;
import static muhafiz.domain.policy.table.Cells.maybe;
import static muhafiz.domain.policy.table.Cells.row;
import static muhafiz.domain.policy.table.Cells.sorted;
import static muhafiz.domain.policy.table.Cells.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.DecideWithin;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.Fee;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.policy.Takes;
import org.junit.jupiter.api.Test;

/** What people can bring and ask for, by which way and where: against the tables. */
class OfferTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause("COL-2")
    void theSixteenServicesAreThoseOfTheTable() {
        assertThat(policy.services()).extracting(OfferTest::service).isEqualTo(Table.rows("services"));
    }

    private static String service(EService service) {
        var marks = String.join(
                " ",
                mark(service.footing()),
                mark(service.checklist().footing()),
                maybe(service.fee().map(fee -> mark(fee.footing()))),
                maybe(service.decideWithin().map(within -> mark(within.footing()))));
        return row(
                service.number(),
                service.id(),
                service.recordClass(),
                listed(service.checklist().required()),
                listed(service.checklist().ifApplicable()),
                maybe(service.applicantRole()),
                maybe(service.fee().map(OfferTest::fee)),
                maybe(service.decideWithin().map(OfferTest::within)),
                marks);
    }

    private static String fee(Fee fee) {
        if (fee instanceof Fee.Flat flat) {
            return String.valueOf(flat.amount());
        }
        if (fee instanceof Fee.Between between) {
            return between.least() + "-" + between.most();
        }
        if (fee instanceof Fee.ByAge ages) {
            return "adult:" + told(ages.adult()) + ";minor:" + told(ages.minor());
        }
        return ((Fee.ByTerm) fee)
                .feeByDays().entrySet().stream()
                        .map(term -> term.getKey() + ":" + told(term.getValue()))
                        .sorted()
                        .collect(Collectors.joining(";"));
    }

    private static String told(Map<?, Integer> amounts) {
        Function<Object, Integer> order = key -> key instanceof Period ? 0 : (Integer) key;
        return amounts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<?, Integer>, Integer>comparing(entry -> order.apply(entry.getKey()))
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String within(DecideWithin within) {
        return Cells.limit(within.limit())
                + within.clock().map(clock -> " by " + clock).orElse("")
                + (within.fees().isPresent() ? " by fee" : "");
    }

    @Test
    @Clause("COL-2")
    void theKindsOfDocumentAreThoseOfTheTable() {
        assertThat(policy.kinds()).extracting(OfferTest::kind).isEqualTo(Table.rows("kinds"));
    }

    private static String kind(DocumentKind kind) {
        return row(
                kind.id(),
                listed(kind.categories()),
                listed(kind.special()),
                maybe(kind.recordClass()),
                sorted(kind.formats()),
                yes(kind.takesAnyQuarantined()),
                listed(kind.otherSubjects()),
                yes(kind.needsMrz()),
                listed(kind.showsCaseOfficer()),
                maybe(kind.due()),
                yes(kind.producedByService()),
                kind.maxBytes(),
                mark(kind.footing()));
    }

    @Test
    @Clause({"SCO-1", "SCO-5", "RGT-7"})
    void thingsComeInByTheChannelsOfTheTable() {
        assertThat(policy.channels())
                .extracting(channel -> row(
                        channel.id(),
                        sorted(channel.takes().stream().map(Takes::word)),
                        maybe(channel.origin()),
                        mark(channel.footing())))
                .isEqualTo(Table.rows("channels"));
        assertThat(policy.origins())
                .extracting(origin -> row(origin.id(), mark(origin.footing())))
                .isEqualTo(Table.rows("origins"));
    }

    @Test
    @Clause("PRO-6")
    void theServiceHasTheUnitsOfTheTable() {
        assertThat(policy.units())
                .extracting(unit -> row(unit.id(), unit.group(), unit.kind(), mark(unit.footing())))
                .isEqualTo(Table.rows("units"));
    }
}
