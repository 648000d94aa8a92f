package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.CHUNK;
import static muhafiz.crypto.seal.Cobblestone.HEADER;
import static muhafiz.crypto.seal.Cobblestone.SEALED_CHUNK;

import java.util.Arrays;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/** A small value as one message in one piece: padded as values are, sealed, opened. */
final class SealedValue {
    private static final int MOST = 1 << 20;

    private SealedValue() {}

    static byte[] seal(LeafKey key, byte[] context, byte[] value) {
        if (value.length > MOST) {
            throw new IllegalArgumentException("a value has at most " + MOST + " bytes, not " + value.length);
        }
        byte[] padded = FieldPadding.pad(value);
        try (var message = Cobblestone.sealing(key, context, Primitives.random(Cobblestone.SALT))) {
            return sealed(message, padded);
        } finally {
            wipe(padded);
        }
    }

    static byte[] open(LeafKey key, byte[] context, byte[] sealed) {
        var length = new SealedLength(sealed.length);
        if (length.padded() > 2 * MOST) {
            throw new IntegrityException("a sealed value of " + sealed.length + " bytes is too long to be one");
        }
        byte[] padded = new byte[(int) length.padded()];
        try (var message = Cobblestone.opening(key, context, Arrays.copyOf(sealed, HEADER))) {
            open(message, sealed, padded);
            return FieldPadding.strip(padded);
        } finally {
            wipe(padded);
        }
    }

    private static byte[] sealed(Cobblestone message, byte[] padded) {
        byte[] sealed = Arrays.copyOf(
                message.header(), (int) SealedLength.ofPadded(padded.length).bytes());
        for (int number = 0; number <= padded.length / CHUNK; number++) {
            int from = number * CHUNK;
            byte[] chunk = Arrays.copyOfRange(padded, from, Math.min(from + CHUNK, padded.length));
            byte[] piece = message.seal(number, chunk, chunk.length);
            System.arraycopy(piece, 0, sealed, HEADER + number * SEALED_CHUNK, piece.length);
            wipe(chunk);
        }
        return sealed;
    }

    private static void open(Cobblestone message, byte[] sealed, byte[] padded) {
        byte[] chunk = new byte[Math.min(CHUNK, padded.length)];
        for (int number = 0; number <= padded.length / CHUNK; number++) {
            int from = HEADER + number * SEALED_CHUNK;
            int size = message.open(number, sealed, from, Math.min(SEALED_CHUNK, sealed.length - from), chunk);
            System.arraycopy(chunk, 0, padded, number * CHUNK, size);
        }
        wipe(chunk);
    }

    private static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }
}
