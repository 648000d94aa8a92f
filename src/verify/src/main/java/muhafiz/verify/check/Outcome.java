package muhafiz.verify.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of a check. */
public sealed interface Outcome {
    /**
     * It holds.
     *
     * @param facts what was learned, by short names, in the order of their finding
     */
    record Holds(Map<String, String> facts) implements Outcome {
        public Holds {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        static Holds of(String name, Object fact) {
            return new Holds(Map.of(name, fact.toString()));
        }

        Holds and(String name, Object fact) {
            var more = new LinkedHashMap<>(facts);
            more.put(name, fact.toString());
            return new Holds(more);
        }
    }

    /**
     * It does not hold.
     *
     * @param position the first bad one, such as {@code entry 17}
     * @param why for people
     */
    record Broken(String position, String why) implements Outcome {}
}
