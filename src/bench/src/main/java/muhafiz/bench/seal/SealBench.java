package muhafiz.bench.seal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link Sealing} on this Java, after a long warm-up (cold, the JDK's AES-GCM does a fiftieth of its speed), and on those that {@code MUHAFIZ_BENCH_JAVA} names (paths of programs, apart by colons). */
public final class SealBench {
    private SealBench() {}

    public static void main(String[] arguments) throws RunnerException {
        String own = ProcessHandle.current().info().command().orElseThrow();
        Stream<String> others = Optional.ofNullable(System.getenv("MUHAFIZ_BENCH_JAVA")).stream()
                .flatMap(list -> Arrays.stream(list.split(":")));
        for (String java : Stream.concat(Stream.of(own), others).distinct().toList()) {
            System.out.println("Java: " + java);
            Figures.print(run(java));
        }
    }

    private static Collection<RunResult> run(String java) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(Sealing.class.getName())
                        .jvm(java)
                        .forks(1)
                        .warmupIterations(15)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .build())
                .run();
    }
}
