package muhafiz.bench;

import java.nio.file.Path;
import muhafiz.service.casefile.SearchBench;
import muhafiz.service.destruction.SweepBench;
import muhafiz.service.retention.RetentionBench;

/** Whether the policy can be kept by a million documents: ends, the sweep, searches; one after the other, each with its own database. */
public final class PolicyBench {
    private PolicyBench() {}

    /** @param arguments the folder for the databases, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        RetentionBench.main(new String[] {home.resolve("retention").toString()});
        SweepBench.main(new String[] {home.resolve("sweep").toString()});
        SearchBench.main(new String[] {home.resolve("search").toString()});
    }
}
