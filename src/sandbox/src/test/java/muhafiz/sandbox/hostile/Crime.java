package muhafiz.sandbox.hostile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a parser that has been taken over would try. */
public enum Crime {
    /** Nothing: an honest document. */
    NONE(object -> object),
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
    OVERFLOW(object -> Integer.toString(deeper(0))),
    START_PROGRAM(object -> {
        new ProcessBuilder(object.split(" ")).start();
        return "";
    }),
    START_PROGRAM_AND_EXIT(object -> {
        new ProcessBuilder(object.split(" ")).start();
        System.exit(0);
        return "";
    }),
    FLOOD_OUTPUT(object -> {
        flood(new FileOutputStream(FileDescriptor.out), 2L << 30);
        return "";
    }),
    FLOOD_SYSTEM_OUT(object -> {
        flood(System.out, 64L << 20);
        return "";
    }),
    ANNOUNCE_TWO_GIGABYTES(object -> {
        new FileOutputStream(FileDescriptor.out).write(new byte[] {5, 0x7F, -1, -1, -1});
        return "";
    }),
    ANSWER_TWICE(object -> {
        new FileOutputStream(FileDescriptor.out).write(new byte[] {6, 0, 0, 0, 5, 1, 0, 0, 0, 0});
        return "";
    }),
    FILL_SCRATCH(object -> {
        flood(Files.newOutputStream(Path.of(System.getProperty("java.io.tmpdir"), "flood")), 2L << 30);
        return "";
    }),
    READ_FILE(object -> Files.readString(Path.of(object))),
    WRITE_FILE(object -> {
        Files.writeString(Path.of(object), "hostile");
        Files.delete(Path.of(object));
        return "";
    }),
    /** Leaves files behind wherever it can. */
    LEAVE(object -> {
        int left = 0;
        for (String folder : List.of(System.getProperty("java.io.tmpdir"), "/tmp", "/var/tmp", "/dev/shm")) {
            left += leave(Path.of(folder, object));
        }
        return Integer.toString(left);
    }),
    /** Looks for what {@link #LEAVE} left. */
    LOOK(object -> {
        for (String folder : List.of(System.getProperty("java.io.tmpdir"), "/tmp", "/var/tmp", "/dev/shm")) {
            if (Files.exists(Path.of(folder, object), LinkOption.NOFOLLOW_LINKS)) {
                return folder;
            }
        }
        throw new IOException("nothing there");
    }),
    CONNECT(object -> {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(object)), 2_000);
        }
        return "";
    }),
    KILL(object -> {
        ProcessHandle.of(Long.parseLong(object)).orElseThrow().destroyForcibly();
        return "";
    }),
    ENVIRONMENT(object -> String.join(",", System.getenv().keySet())),
    LIST(object -> {
        try (Stream<Path> files = Files.list(Path.of(object))) {
            return files.map(Path::toString).sorted().toList().toString();
        }
    }),
    CLAIM_UNKNOWN_TERM(object -> ""),
    CLAIM_WRONG_SHAPE(object -> ""),
    CLAIM_UNKNOWN_CODE(object -> ""),
    CLAIM_TOO_MUCH(object -> "");

    private final Deed deed;

    Crime(Deed deed) {
        this.deed = deed;
    }

    private interface Deed {
        String commit(String object) throws Exception;
    }

    String commit(String object) throws Exception {
        return deed.commit(object);
    }

    /** The document that makes a hostile reader try this. */
    public byte[] document(Object object) {
        return (name() + " " + object).getBytes(StandardCharsets.UTF_8);
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private static void flood(OutputStream out, long bytes) throws IOException {
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) 'x');
        try (out) {
            for (long left = bytes; left > 0; left -= piece.length) {
                out.write(piece);
            }
        }
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
