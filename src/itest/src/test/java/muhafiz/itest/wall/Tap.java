package muhafiz.itest.wall;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between the server and its database and speaks PostgreSQL's protocol (version 3.0). In transactions of one account it takes the
 * filters out of every question about guarded rows, and notes each row that comes back with an id of somebody else's. Safe for all threads.
 */
final class Tap implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;

    private final ServerSocket door;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Integer> lines = ConcurrentHashMap.newKeySet();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final List<String> unfiltered = new CopyOnWriteArrayList<>();
    private final Set<Integer> others = ConcurrentHashMap.newKeySet();
    private volatile Watch watch = new Watch("", List.of());

    /** @param ids what must not be seen in that account's transactions */
    private record Watch(String account, List<UUID> ids) {}

    private Tap(ServerSocket door, int database) {
        this.door = door;
        this.database = database;
    }

    /** @param database the port to go on to */
    static Tap before(int database) {
        try {
            Tap tap = new Tap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database);
            start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, in transactions of this account; what was noted before is forgotten. */
    void watch(String account, List<UUID> ids) {
        leaks.clear();
        unfiltered.clear();
        lines.clear();
        watch = new Watch(account, ids);
    }

    /** Questions whose answer held one of the ids. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    /** Questions that were asked without their filter. */
    List<String> unfiltered() {
        return List.copyOf(unfiltered);
    }

    /** Connections on which the account was served after another account or background work had been. */
    Set<Integer> linesUsedByOthersBefore() {
        return Set.copyOf(lines);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tap");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        int number = 0;
        try {
            while (true) {
                Socket server = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), database);
                server.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                open.add(server);
                open.add(behind);
                Line line = new Line(number++);
                start(() -> ask(server, behind, line));
                start(() -> pass(behind, server, line::answered));
            }
        } catch (IOException closed) {
            // The door is shut.
        }
    }

    /** One message, whose length and type are told apart from its body. */
    private record Message(int type, byte[] body) {}

    private interface Reader {
        Message read(Message message);
    }

    private static void ask(Socket from, Socket to, Line line) {
        try {
            begin(new DataInputStream(from.getInputStream()), new DataOutputStream(to.getOutputStream()));
            pass(from, to, line::asked);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private static void pass(Socket from, Socket to, Reader reader) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
                Message passed = reader.read(new Message(type, body));
                out.writeByte(passed.type());
                out.writeInt(passed.body().length + Integer.BYTES);
                out.write(passed.body());
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException ended) {
            // One side hung up; the other is hung up too.
        }
    }

    /** The first message has no type. */
    private static void begin(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - Integer.BYTES);
        if (ByteBuffer.wrap(body).getInt() == SSL_REQUEST) {
            throw new IOException("the test's connections ask for no TLS");
        }
        out.writeInt(length);
        out.write(body);
        out.flush();
    }

    /** One connection. The server asks again only when it was answered, so both threads see its state in turn. */
    private final class Line {
        private final int number;
        private volatile boolean watched;
        private volatile String question = "";

        Line(int number) {
            this.number = number;
        }

        Message asked(Message message) {
            return switch (message.type()) {
                case 'P' -> parse(message);
                case 'B' -> bind(message);
                default -> message;
            };
        }

        private Message parse(Message message) {
            int name = zero(message.body(), 0) + 1;
            int end = zero(message.body(), name);
            question = new String(message.body(), name, end - name, StandardCharsets.UTF_8);
            if (!watched || !Unfiltered.applies(question)) {
                return message;
            }
            question = Unfiltered.of(question);
            unfiltered.add(question);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(message.body(), 0, name);
            body.writeBytes(question.getBytes(StandardCharsets.UTF_8));
            body.write(message.body(), end, message.body().length - end);
            return new Message(message.type(), body.toByteArray());
        }

        private Message bind(Message message) {
            if (question.contains("'muhafiz.account'")) {
                Watch now = watch;
                watched = !now.account().isEmpty() && holds(message.body(), framed(now.account()));
                if (!watched) {
                    others.add(number);
                } else if (others.contains(number)) {
                    lines.add(number);
                }
            } else if (question.contains("'muhafiz.work'")) {
                others.add(number);
            }
            return message;
        }

        Message answered(Message message) {
            if (message.type() == 'Z' && message.body()[0] == 'I') {
                watched = false;
            } else if (message.type() == 'D' && watched) {
                byte[] row = message.body();
                for (UUID id : watch.ids()) {
                    if (holds(row, binary(id)) || holds(row, id.toString().getBytes(StandardCharsets.US_ASCII))) {
                        leaks.add(question);
                    }
                }
            }
            return message;
        }
    }

    private static int zero(byte[] body, int from) {
        int at = from;
        while (body[at] != 0) {
            at++;
        }
        return at;
    }

    /** A parameter: its length, then its text. */
    private static byte[] framed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] binary(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static boolean holds(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            int same = 0;
            while (same < part.length && whole[i + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
