package muhafiz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process and everything below it, from {@code /proc} (proc(5)), in milliseconds. */
final class CpuTime {
    private static final int TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private CpuTime() {}

    /** User and system time of the process, its living descendants, and whatever they have waited for. */
    static long millisOfTree(long pid) {
        long own = ProcessHandle.of(pid).map(CpuTime::millis).orElse(0L);
        return own
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(CpuTime::millis)
                        .sum();
    }

    private static long millis(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = UTIME; field <= CSTIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * 1000 / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    /** What all processors of the machine have worked since it started (proc(5), stat): also for processes whose end nobody waited for. */
    static long millisOfMachine() {
        try {
            String[] ticks = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" +", -1);
            long worked = Long.parseLong(ticks[1]) + Long.parseLong(ticks[2]) + Long.parseLong(ticks[3]);
            return worked * 1000 / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
