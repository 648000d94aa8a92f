package muhafiz.itest.load.hostile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a parser that has been taken over would try. */
public enum Crime {
    LOOP(object -> {
        for (long i = 0; i >= 0; i += 2) {
            Thread.onSpinWait();
        }
        return "";
    }),
    FILL_MEMORY(object -> {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1 << 20]);
        }
        return "";
    }),
    EXIT(object -> {
        System.exit(Integer.parseInt(object));
        return "";
    }),
    START_PROGRAM(object -> {
        new ProcessBuilder(object.split(" ")).start();
        return "";
    }),
    /** Leaves a program behind that would live for ever. */
    START_LINGERER_AND_EXIT(object -> {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Lingerer.class.getName(), object)
                .start();
        System.exit(0);
        return "";
    }),
    FLOOD_OUTPUT(object -> {
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) 'x');
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (long left = 2L << 30; left > 0; left -= piece.length) {
                out.write(piece);
            }
        }
        return "";
    }),
    /** The head of a frame that promises 2 GiB. */
    ANNOUNCE_TWO_GIGABYTES(object -> {
        new FileOutputStream(FileDescriptor.out).write(new byte[] {5, 0x7F, -1, -1, -1});
        return "";
    }),
    READ_FILE(object -> Integer.toString(Files.readAllBytes(Path.of(object)).length)),
    CONNECT(object -> {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(object)), 2_000);
        }
        return "";
    }),
    /** Leaves files behind wherever it can. */
    LEAVE(object -> {
        int left = 0;
        for (Path file : hidingPlaces(object)) {
            left += leave(file);
        }
        return Integer.toString(left);
    }),
    /** Looks for what {@link #LEAVE} left, and for any document. */
    LOOK(object -> {
        long found = hidingPlaces(object).stream().filter(Files::exists).count();
        if (found == 0) {
            throw new IOException("nothing there");
        }
        return Long.toString(found);
    });

    private static final String MARK = "%CRIME ";

    private final Deed deed;

    Crime(Deed deed) {
        this.deed = deed;
    }

    private interface Deed {
        String commit(String object) throws Exception;
    }

    /** Tries it; what came of it begins with {@code done} or {@code refused}, where anything comes of it at all. */
    String outcome(String object) {
        try {
            return "done " + deed.commit(object);
        } catch (Exception e) {
            return "refused " + e.getClass().getSimpleName();
        }
    }

    /** A document that makes the hostile reader try this; no two are the same. */
    public byte[] document(Object object) {
        return ("%PDF-1.4\n" + MARK + name() + " " + object + "\n%" + UUID.randomUUID() + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The words after the mark: the crime and its object; empty for an honest document. */
    static List<String> orderIn(Path document) throws IOException {
        try (Stream<String> lines = Files.lines(document, StandardCharsets.ISO_8859_1)) {
            return lines.limit(2)
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> Arrays.asList(line.substring(MARK.length()).split(" ", 2)))
                    .findFirst()
                    .orElse(List.of());
        }
    }

    private static List<Path> hidingPlaces(String name) {
        return Stream.of(System.getProperty("java.io.tmpdir"), "/tmp", "/var/tmp", "/dev/shm")
                .map(folder -> Path.of(folder, name))
                .toList();
    }

    private static int leave(Path file) {
        try {
            Files.writeString(file, "left behind");
            return 1;
        } catch (IOException e) {
            return 0;
        }
    }
}
