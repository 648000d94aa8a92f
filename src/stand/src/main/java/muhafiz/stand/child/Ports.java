package muhafiz.stand.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import muhafiz.stand.home.StartRefused;

/** Ports of this machine. */
public final class Ports {
    /** How far the management port stands above the archive's port. */
    public static final int MANAGEMENT_ABOVE = 1000;

    private static final int CONNECT_MILLIS = 500;
    private static final int LOWEST = 10_000;
    private static final int OUTGOING = 32_768;

    private Ports() {}

    /**
     * A loopback port that nobody listens on at this moment, and that no outgoing connection will be given before its server is up: it lies
     * below the range from which those take theirs ({@code ip_local_port_range}, from 32768 on by default).
     */
    public static int free() {
        int port = ThreadLocalRandom.current().nextInt(LOWEST, OUTGOING);
        return isFree(port) ? port : free();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A free loopback port whose management port is free as well. */
    public static int freePair() {
        int port = free();
        while (!isFree(port + MANAGEMENT_ABOVE)) {
            port = free();
        }
        return port;
    }

    /**
     * Checks that the port can be listened on.
     *
     * @param remedy what the operator can do when it cannot
     * @throws StartRefused when another program has it
     */
    public static void requireFree(String address, int port, String remedy) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartRefused("Port " + port + " on " + address + " is taken by another program. " + remedy, e);
        }
    }

    /** Whether somebody accepts connections on this loopback port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
