package muhafiz.crypto.seal;

/**
 * The Padmé lengths of "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs" (Nikitin and others,
 * PoPETs 2019, §4): a length keeps only as many leading bits as its order of magnitude needs. At most 12 % longer, O(log log n) bits said.
 */
final class Padme {
    private Padme() {}

    /** The padded length of {@code length} bytes, from 0. */
    static long length(long length) {
        if (length < 2) {
            return length;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        int kept = 32 - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << Math.max(0, exponent - kept)) - 1;
        return (length + mask) & ~mask;
    }
}
