package muhafiz.proof.log;

/** Byte strings whose length the format fixes. */
final class Fixed {
    private Fixed() {}

    /** A copy of {@code bytes}, which must be exactly {@code length} long. */
    static byte[] length(String what, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(what + " must be " + length + " bytes, was " + bytes.length);
        }
        return bytes.clone();
    }
}
