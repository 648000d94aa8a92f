package muhafiz.crypto.seal;

/**
 * What was counted in the one pass of a sealing. The arrays belong to the record's holder.
 *
 * @param length true plaintext length in bytes, without padding; sealed by the caller, never kept in clear
 * @param sha256 of the true plaintext; sealed by the caller, never kept in clear
 * @param sealedLength of the whole message in bytes
 * @param sealedSha256 of the whole message, all segments in order
 * @param segments how many, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Tally(long length, byte[] sha256, long sealedLength, byte[] sealedSha256, int segments) {
    private static final int SHA256 = 32;

    public Tally {
        if (sha256.length != SHA256 || sealedSha256.length != SHA256) {
            throw new IllegalArgumentException("a SHA-256 has " + SHA256 + " bytes");
        }
        if (!SealedLength.ofPlaintext(length).equals(new SealedLength(sealedLength))
                || new SealedLength(sealedLength).segments() != segments) {
            throw new IllegalArgumentException("the lengths of a tally do not belong together");
        }
    }

    /** Says nothing of the plaintext. */
    @Override
    public String toString() {
        return "Tally[" + sealedLength + " sealed bytes, " + segments + " segments]";
    }
}
