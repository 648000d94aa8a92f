package muhafiz.domain.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be in force, with everything that is wrong in it, by line. */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PolicyRefused(List<Problem> problems) {
        super(told(problems));
        this.problems = sorted(problems);
    }

    /** At least one, lowest line first. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparing(Problem::path))
                .toList();
    }

    private static String told(List<Problem> problems) {
        return sorted(problems).stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "the policy file is refused:\n", ""));
    }
}
