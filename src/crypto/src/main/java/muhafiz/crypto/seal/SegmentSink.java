package muhafiz.crypto.seal;

import java.io.IOException;

/** Where the segments of a message go while it is being sealed, in order from 0. */
public interface SegmentSink {
    /** Takes the segment; on return it is where it belongs. An exception ends the sealing. */
    void accept(int index, Ciphertext segment) throws IOException;
}
