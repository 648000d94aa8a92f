package muhafiz.service.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * What a node does to the world outside it, one after the other. Before the step that was asked for it says so, and goes on when it is
 * told to; whoever kills it meanwhile kills it between two steps. One thread.
 */
final class Steps {
    private final BufferedReader in;
    private final PrintStream out;
    private int taken;
    private int pausedBefore;

    Steps(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Begins to count anew. @param before the step to stop before; 0 for none */
    void begin(int before) {
        taken = 0;
        pausedBefore = before;
    }

    int taken() {
        return taken;
    }

    void next() {
        taken++;
        if (taken == pausedBefore) {
            out.println("AT " + taken);
            try {
                in.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
