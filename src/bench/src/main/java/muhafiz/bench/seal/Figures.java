package muhafiz.bench.seal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** A run's results as a table, each beside the bare cipher of the same run. */
final class Figures {
    private static final String BARE = "Bare";

    private Figures() {}

    static void print(Collection<RunResult> results) {
        Map<String, Double> megabytes = new TreeMap<>();
        for (RunResult result : results) {
            int bytes = Integer.parseInt(result.getParams().getParam("bytes"));
            megabytes.put(
                    key(label(result), bytes), bytes / result.getPrimaryResult().getScore());
        }
        System.out.println("| what | bytes | MB/s | of the bare cipher |");
        System.out.println("|---|---|---|---|");
        for (Map.Entry<String, Double> one : megabytes.entrySet()) {
            String bytes = one.getKey().substring(one.getKey().indexOf(' ') + 1);
            String bare = (one.getKey().startsWith("seal") ? "seal" : "open") + BARE;
            System.out.printf(
                    "| %s | %s | %.0f | %.2f |%n",
                    one.getKey().substring(0, one.getKey().indexOf(' ')),
                    bytes,
                    one.getValue(),
                    one.getValue() / megabytes.getOrDefault(bare + " " + bytes, Double.NaN));
        }
    }

    private static String label(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String key(String label, int bytes) {
        return label + " " + bytes;
    }
}
