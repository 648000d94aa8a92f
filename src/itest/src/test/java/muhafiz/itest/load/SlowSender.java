package muhafiz.itest.load;

import java.util.Arrays;
import muhafiz.itest.access.OpenCall;

/** Sends one body in small pieces. */
final class SlowSender {
    private static final int PIECE = 200;

    private final OpenCall call;
    private final byte[] body;
    private int sent;

    SlowSender(OpenCall call, byte[] body) {
        this.call = call;
        this.body = body;
    }

    void sendPiece() {
        send(PIECE);
    }

    OpenCall sendTheRest() {
        send(body.length);
        return call;
    }

    private void send(int most) {
        int end = Math.min(body.length, sent + most);
        call.send(Arrays.copyOfRange(body, sent, end));
        sent = end;
    }
}
