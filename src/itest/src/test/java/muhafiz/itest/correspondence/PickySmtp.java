package muhafiz.itest.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A mail server that takes or refuses addressees as it is told (RFC 5321), behind TLS where its sockets are. Serves one client at a time. */
final class PickySmtp implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    private PickySmtp(ServerSocket door) {
        this.door = door;
    }

    /** @param raw with its head, as it came */
    record Taken(String to, String raw) {}

    /** @param port 0 for any that is free */
    static PickySmtp open(ServerSocketFactory sockets, int port) throws IOException {
        PickySmtp server = new PickySmtp(sockets.createServerSocket(port, 10, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param reply a code with its text; empty to take it */
    void answer(String address, String reply) {
        replies.put(address, reply);
    }

    List<Taken> taken() {
        return taken;
    }

    List<Taken> takenFor(String address) {
        return taken.stream().filter(one -> one.to().equals(address)).toList();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(client);
            } catch (IOException gone) {
                // the next one comes, or the door is closed
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 picky");
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("RCPT TO:")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                String reply = replies.getOrDefault(to, "");
                say(out, reply.isEmpty() ? "250 taken" : reply);
            } else if (verb.equals("DATA")) {
                say(out, "354 go on");
                taken.add(new Taken(to, text(in)));
                say(out, "250 taken");
            } else if (verb.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 so be it");
            }
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
