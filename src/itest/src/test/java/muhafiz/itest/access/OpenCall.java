package muhafiz.itest.access;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import muhafiz.itest.stand.Client;

/** One HTTP/1.1 call over a socket of its own, to be made slowly, left half done, or cut. One thread. */
public final class OpenCall implements Closeable {
    private static final int SMALL = 4096;
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(90).toMillis();

    private final Socket socket;

    private OpenCall(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of a request; further headers are given as name, value, name, value. */
    public static OpenCall begin(Client client, String method, String path, String... headers) {
        URI root = client.root();
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\n");
        client.authorization()
                .ifPresent(value -> head.append("Authorization: ").append(value).append("\r\n"));
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        OpenCall call = new OpenCall(connect(root));
        return call.send(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Socket connect(URI root) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL); // so that what is not read is not sent either
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends so much more. */
    public OpenCall send(byte[] piece) {
        try {
            socket.getOutputStream().write(piece);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads status line and fields of the answer, and no byte of its body. */
    public String head() {
        try {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the connection ended within the head: " + head);
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status code; reads the head. */
    public int status() {
        return statusOf(head());
    }

    public static int statusOf(String head) {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** Exactly so many bytes of the body. */
    public byte[] read(int bytes) throws IOException {
        byte[] read = socket.getInputStream().readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("only " + read.length + " of " + bytes + " bytes came");
        }
        return read;
    }

    /** How many bytes come until the connection ends or is cut. */
    public long readToTheEnd() {
        long count = 0;
        try {
            byte[] buffer = new byte[64 * 1024];
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (IOException cut) {
            return count;
        }
        return count;
    }

    /** Whether anything has come that was not read. */
    public boolean hasAnswer() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs up: the other side sees what was sent, and then the end of the stream. */
    public void hangUp() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away without a word: the other side sees a reset connection. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
