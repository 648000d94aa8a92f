package muhafiz.crypto.seal;

import java.io.IOException;

/** Where the segments of a message go while it is being sealed, in order from 0. */
public interface SegmentSink {
    /** Takes the segment; on return it is where it belongs. An exception ends the sealing. */
    void accept(int index, Ciphertext segment) throws IOException;

    /** Takes the last segment, which comes when everything is counted; here like any other. */
    default void last(int index, Ciphertext segment, Tally tally) throws IOException {
        accept(index, segment);
    }
}
