package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.domain.policy.Policy;
import muhafiz.service.policy.PolicyInForce;

/** A year without its days off: the one that runs, and from 1 December on the next, whose feasts are announced by then (LBC 105). */
@ApplicationScoped
class CalendarWarned implements Warned {
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    CalendarWarned(PolicyInForce policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Set<String> warnings() {
        Policy policy = policies.policy();
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
        return warnings(today, policy.calendar().years());
    }

    static Set<String> warnings(LocalDate today, Set<Integer> loaded) {
        Set<String> warnings = new TreeSet<>();
        if (!loaded.contains(today.getYear())) {
            warnings.add("calendar-missing:" + today.getYear());
        }
        if (today.getMonth() == Month.DECEMBER && !loaded.contains(today.getYear() + 1)) {
            warnings.add("calendar-missing:" + (today.getYear() + 1));
        }
        return warnings;
    }
}
