package muhafiz.domain.policy.table;

import java.util.List;

/** The tests that hold the policy against the tables, for whoever runs them against another policy. */
public final class PolicyTables {
    public static final List<Class<?>> ALL = List.of(
            KeepingTest.class,
            PowersTest.class,
            GroundsTest.class,
            OfferTest.class,
            DealingsTest.class,
            PlainTest.class);

    private PolicyTables() {}
}
