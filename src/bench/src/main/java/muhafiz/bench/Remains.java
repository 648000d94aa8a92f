package muhafiz.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.stand.Stand;

/** Looks for what should not be there after a run: parsers that still run, and bytes of the files in clear. */
final class Remains {
    private static final String PARSER = "muhafiz.sandbox.Worker";
    /** Bytes of a file that are looked for; so many come nowhere else by chance. */
    private static final int NEEDLE = 8;

    private static final int PLACES = 16;
    /** Different bytes that a needle has at least: runs of zeros lie everywhere. */
    private static final int VARIED = 7;

    private final Path home;

    Remains(Path home) {
        this.home = home;
    }

    /** How many processes below this one are parsers. */
    static long parsers(Stand stand) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(PARSER))
                .count();
    }

    /** Files of which three pieces or more lie somewhere under the home in clear. */
    List<String> inClear(List<Path> files) throws IOException {
        Map<Long, Path> needles = new HashMap<>();
        for (Path file : files) {
            needles(Files.readAllBytes(file)).forEach(needle -> needles.put(needle, file));
        }
        Map<Path, Set<Long>> seen = new HashMap<>();
        List<Path> places;
        try (Stream<Path> all = Files.walk(home)) {
            places = all.filter(Files::isRegularFile).toList();
        }
        for (Path place : places) {
            search(place, needles, seen);
        }
        Set<String> named = new TreeSet<>();
        seen.forEach((file, found) -> {
            if (found.size() > 2) {
                named.add(file.getFileName().toString());
            }
        });
        return new ArrayList<>(named);
    }

    /** Pieces from all over a file. */
    private static Set<Long> needles(byte[] bytes) {
        Set<Long> needles = new HashSet<>();
        for (int place = 1; place <= PLACES; place++) {
            int from = (int) ((long) bytes.length * place / (PLACES + 1));
            if (from + NEEDLE <= bytes.length && isVaried(bytes, from)) {
                long needle = 0;
                for (int i = 0; i < NEEDLE; i++) {
                    needle = (needle << Byte.SIZE) | (bytes[from + i] & 0xFF);
                }
                needles.add(needle);
            }
        }
        return needles;
    }

    private static boolean isVaried(byte[] bytes, int from) {
        Set<Byte> different = new HashSet<>();
        for (int i = 0; i < NEEDLE; i++) {
            different.add(bytes[from + i]);
        }
        return different.size() >= VARIED;
    }

    private static void search(Path place, Map<Long, Path> needles, Map<Path, Set<Long>> seen) throws IOException {
        byte[] piece = new byte[1 << 16];
        long window = 0;
        try (InputStream in = Files.newInputStream(place)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    window = (window << Byte.SIZE) | (piece[i] & 0xFF);
                    Path file = needles.get(window);
                    if (file != null) {
                        seen.computeIfAbsent(file, any -> new HashSet<>()).add(window);
                    }
                }
            }
        }
    }
}
