package muhafiz.itest.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to the archive that breaks: the first connections that carry much are cut after some megabytes. */
final class FlakyLine implements Closeable {
    private static final int LEAST = 2 << 20;
    private static final int MORE = 2 << 20;

    private final URI archive;
    private final ServerSocket entrance;
    private final Random random;
    private final AtomicInteger cutsLeft;
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong carried = new AtomicLong();

    FlakyLine(URI archive, int cuts, long seed) throws IOException {
        this.archive = archive;
        this.random = new Random(seed);
        this.cutsLeft = new AtomicInteger(cuts);
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    int cuts() {
        return cuts.get();
    }

    /** Bytes towards the archive so far. */
    long carried() {
        return carried.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                daemon(() -> connect(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket();
            server.connect(new InetSocketAddress(archive.getHost(), archive.getPort()));
            daemon(() -> carry(server, client, Long.MAX_VALUE));
            carry(client, server, nextBudget());
        } catch (IOException e) {
            close(client); // the archive is away
        }
    }

    private synchronized long nextBudget() {
        return LEAST + random.nextInt(MORE);
    }

    private void carry(Socket from, Socket to, long budget) {
        byte[] buffer = new byte[32 * 1024];
        long moved = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                moved += read;
                if (budget < Long.MAX_VALUE) {
                    carried.addAndGet(read);
                    if (moved > budget && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        cuts.incrementAndGet();
                        return;
                    }
                }
            }
        } catch (IOException e) {
            return; // either end went away
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "flaky line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
