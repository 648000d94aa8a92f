package muhafiz.domain.policy.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.policy.PolicyRefused;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tries a mutant: the linter reads it, and where it lets it pass, the tests of the policy run against it. */
final class Trial {
    private final Launcher launcher = LauncherFactory.create();
    private final LauncherDiscoveryRequest tests;

    Trial(List<Class<?>> classes) {
        tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
                .build();
    }

    /** Empty where the linter refuses the file. */
    static Optional<Policy> read(Mutant mutant) {
        try {
            return Optional.of(PolicyFile.read(mutant.yaml()));
        } catch (PolicyRefused refused) {
            return Optional.empty();
        }
    }

    /** The clauses of the tests that failed; {@code ?} stands for a test without one. */
    Set<String> failedClauses(Policy policy) {
        var failures = new Failures();
        ShippedPolicy.onTrial(policy, () -> launcher.execute(tests, failures));
        return failures.clauses;
    }

    private static final class Failures implements TestExecutionListener {
        private final Set<String> clauses = new HashSet<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                clauses.addAll(clausesOf(test));
            }
        }

        private static List<String> clausesOf(TestIdentifier test) {
            var found = new ArrayList<String>();
            test.getSource().stream()
                    .flatMap(source -> source instanceof MethodSource method
                            ? Stream.of(method.getJavaMethod())
                            : Stream.of(((ClassSource) source).getJavaClass()))
                    .flatMap(element -> Stream.of(element.getAnnotationsByType(Clause.class)))
                    .forEach(clause -> found.addAll(List.of(clause.value())));
            return found.isEmpty() ? List.of("?") : found;
        }
    }
}
