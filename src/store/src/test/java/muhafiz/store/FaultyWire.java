package muhafiz.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire between client and store that fails as told: one fault per connection, in order, then none. */
final class FaultyWire implements AutoCloseable {
    /** What happens to one connection. */
    enum Fault {
        NONE,
        /** The request never arrives. */
        REQUEST_LOST,
        /** The request is carried out, its answer never arrives. */
        ANSWER_LOST,
        /** The answer breaks off in its body. */
        ANSWER_CUT,
        /** Accepted, and then nothing. */
        SILENCE,
        /** 503 without asking the store. */
        OVERLOADED
    }

    private static final int SOME = 1_000;
    private static final byte[] SLOW_DOWN = "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final int storePort;

    FaultyWire(int storePort) throws IOException {
        this.storePort = storePort;
        daemon(this::accept);
    }

    int port() {
        return clients.getLocalPort();
    }

    FaultyWire then(Fault fault) {
        faults.add(fault);
        return this;
    }

    int faultsLeft() {
        return faults.size();
    }

    private void accept() throws IOException {
        while (!clients.isClosed()) {
            Socket client = clients.accept();
            open.add(client);
            Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
            daemon(() -> serve(client, fault));
        }
    }

    private void serve(Socket client, Fault fault) throws IOException {
        switch (fault) {
            case REQUEST_LOST -> {
                client.getInputStream().readNBytes(1);
                client.close();
            }
            case SILENCE -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
            case OVERLOADED -> {
                readHeaders(client.getInputStream());
                client.getOutputStream().write(SLOW_DOWN);
                client.close();
            }
            case NONE, ANSWER_LOST, ANSWER_CUT -> relay(client, fault);
        }
    }

    private void relay(Socket client, Fault fault) throws IOException {
        var store = new Socket(InetAddress.getLoopbackAddress(), storePort);
        open.add(store);
        daemon(() -> client.getInputStream().transferTo(store.getOutputStream()));
        InputStream answer = store.getInputStream();
        switch (fault) {
            case ANSWER_LOST -> answer.readNBytes(1);
            case ANSWER_CUT -> {
                client.getOutputStream().write(answer.readNBytes(SOME));
                client.getOutputStream().flush();
            }
            default -> answer.transferTo(client.getOutputStream());
        }
        client.close();
        store.close();
    }

    private static void readHeaders(InputStream in) throws IOException {
        var seen = new StringBuilder();
        while (!seen.toString().endsWith("\r\n\r\n")) {
            seen.append((char) in.read());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
