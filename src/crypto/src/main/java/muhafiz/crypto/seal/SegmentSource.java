package muhafiz.crypto.seal;

import java.io.IOException;

/** Where the segments of a sealed message are read from. */
public interface SegmentSource {
    /** Exactly {@code length} bytes of the segment from {@code offset}; what is missing or short is an exception. */
    byte[] read(int segment, long offset, int length) throws IOException;
}
