package muhafiz.service.log;

import muhafiz.crypto.keys.LeafKey;

/** What a log key's leaf is used for. */
final class EntryKeys {
    private static final String USE = "log";
    private static final int LENGTH = 32;

    private EntryKeys() {}

    /** 32 bytes that the caller wipes: the key of the entries under this leaf. */
    static byte[] of(LeafKey leaf) {
        return leaf.derive(USE, LENGTH);
    }
}
