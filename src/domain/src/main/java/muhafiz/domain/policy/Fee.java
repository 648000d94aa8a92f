package muhafiz.domain.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a service costs, in manat; the forms in which the sources state it. */
public sealed interface Fee {

    Footing footing();

    /** One amount whatever is asked for; nothing for a free service. */
    record Flat(int amount, Footing footing) implements Fee {}

    /** Somewhere between two amounts: the sources say no more. */
    record Between(int least, int most, Footing footing) implements Fee {
        public Between {
            if (least > most) {
                throw new IllegalArgumentException("a fee from " + least + " to " + most);
            }
        }
    }

    /** By the length asked for, less for minors. */
    record ByAge(Map<Period, Integer> adult, Map<Period, Integer> minor, Footing footing) implements Fee {
        public ByAge {
            adult = Map.copyOf(adult);
            minor = Map.copyOf(minor);
        }
    }

    /** By the length asked for and the working days within which it is decided: who pays more waits less. */
    record ByTerm(Map<Period, SortedMap<Integer, Integer>> feeByDays, Footing footing) implements Fee {
        public ByTerm {
            feeByDays = Map.copyOf(feeByDays);
            feeByDays.values().forEach(ByTerm::checkRising);
        }

        /** The fewest working days this payment buys; empty when it pays for none or the term is not offered. */
        public Optional<Integer> workingDays(Period term, BigDecimal paid) {
            return feeByDays.entrySet().stream()
                    .filter(row -> row.getKey().normalized().equals(term.normalized()))
                    .flatMap(row -> row.getValue().entrySet().stream())
                    .filter(tier -> BigDecimal.valueOf(tier.getValue()).compareTo(paid) <= 0)
                    .map(Map.Entry::getKey)
                    .min(Integer::compare);
        }

        private static void checkRising(SortedMap<Integer, Integer> row) {
            int before = Integer.MAX_VALUE;
            for (int fee : row.values()) {
                if (fee >= before) {
                    throw new IllegalArgumentException("fees must rise as days fall");
                }
                before = fee;
            }
        }
    }

    default boolean isFree() {
        return this instanceof Flat flat && flat.amount() == 0;
    }
}
