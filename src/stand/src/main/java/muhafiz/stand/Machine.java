package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of this machine may keep a copy of memory: swap, core dumps. Linux. */
final class Machine {
    private static final Path SWAPS = Path.of("/proc/swaps");
    private static final Path CORE_PATTERN = Path.of("/proc/sys/kernel/core_pattern");
    private static final Path LIMITS = Path.of("/proc/self/limits");

    private Machine() {}

    static List<String> report() {
        List<String> lines = new ArrayList<>();
        List<String> swaps = lines(SWAPS);
        lines.add(
                swaps.size() > 1
                        ? "swap: on (" + (swaps.size() - 1)
                                + "): keys in memory may reach a disk; turn it off or encrypt it"
                        : "swap: off");
        boolean cores = lines(LIMITS).stream()
                .filter(line -> line.startsWith("Max core file size"))
                .anyMatch(line -> !line.replaceAll(" +", " ").startsWith("Max core file size 0 "));
        lines.add(
                cores
                        ? "core dumps: allowed to this shell (" + String.join("", lines(CORE_PATTERN))
                                + "); the archive's own processes turn them off"
                        : "core dumps: off");
        return lines;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
