package muhafiz.stand.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completed system calls of a process and its threads, in the order in which they returned, as strace tells them. */
final class SystemCalls {
    private static final Pattern BEGUN = Pattern.compile("^(\\d+) +(.*) <unfinished \\.\\.\\.>$");
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");
    private static final Pattern WHOLE = Pattern.compile("^(\\d+) +(\\w+\\(.*)$");

    private SystemCalls() {}

    /** Whether strace is here and may trace. */
    static boolean canBeSeen() {
        try {
            Process probe = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** What to put before a command so that its calls are written to the file. */
    static List<String> recording(Path file, String calls) {
        return List.of("strace", "-f", "-qq", "-y", "-s", "64", "-e", "trace=" + calls, "-o", file.toString());
    }

    static List<String> in(Path file) throws IOException {
        Map<String, String> begun = new HashMap<>();
        List<String> calls = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher part = BEGUN.matcher(line);
            Matcher rest = RESUMED.matcher(line);
            Matcher whole = WHOLE.matcher(line);
            if (part.matches()) {
                begun.put(part.group(1), part.group(2));
            } else if (rest.matches()) {
                calls.add(begun.getOrDefault(rest.group(1), "") + rest.group(2));
            } else if (whole.matches()) {
                calls.add(whole.group(2));
            }
        }
        return calls;
    }
}
