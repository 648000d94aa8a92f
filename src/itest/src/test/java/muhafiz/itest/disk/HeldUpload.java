package muhafiz.itest.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;

/** An upload that has begun and stands still. */
final class HeldUpload implements AutoCloseable {
    private final Socket socket;

    private HeldUpload(Socket socket) {
        this.socket = socket;
    }

    /**
     * Sends the head and these first bytes of a larger body.
     *
     * @param announced length of the whole body
     */
    static HeldUpload begin(RunningArchive archive, Lodged lodged, byte[] first, int announced) throws IOException {
        URI api = archive.api();
        Socket socket = new Socket(api.getHost(), api.getPort());
        String login = "portal:" + archive.passwordOf("portal");
        String head = "POST " + lodged.path() + "/documents?kind=passport HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))
                + "\r\nContent-Type: application/pdf\r\nContent-Length: " + announced + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(first);
        out.flush();
        return new HeldUpload(socket);
    }

    /** Whether the archive still waits for the rest. */
    boolean isUnanswered() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
