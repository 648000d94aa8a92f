package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Arrays;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;

class CobblestoneTest {
    private static final byte[] CONTEXT = {1, 2, 3};

    private final Cobblestone message = Cobblestone.sealing(LeafKey.fresh(), CONTEXT, new byte[Cobblestone.SALT]);

    /** "The chunks are numbered from zero, and the message MUST NOT exceed 2^38 chunks." */
    @Test
    void chunkNumbersEndBefore2To38() {
        byte[] one = {1};

        byte[] last = message.seal((1L << 38) - 1, one, 1);

        assertThat(message.open((1L << 38) - 1, last, 0, last.length, new byte[1]))
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> message.seal(1L << 38, one, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> message.seal(-1, one, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message.open(1L << 38, last, 0, last.length, new byte[1]));
    }

    @Test
    void aChunkOpensUnderItsOwnNumberOnly() {
        byte[] sealed = message.seal(256, new byte[10], 10);

        for (long other : new long[] {0, 1, 255, 257, 1L << 32, 256 + (1L << 32)}) {
            assertThatExceptionOfType(IntegrityException.class)
                    .isThrownBy(() -> message.open(other, sealed, 0, sealed.length, new byte[10]));
        }
    }

    @Test
    void nothingOfARefusedChunkIsLeft() {
        byte[] sealed = message.seal(0, Sample.bytes(1000), 1000);
        sealed[999] ^= 1;
        byte[] plaintext = Sample.bytes(1000);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> message.open(0, sealed, 0, sealed.length, plaintext));

        assertThat(plaintext).containsOnly(0);
    }

    @Test
    void aClosedMessageSealsNothing() {
        message.close();

        assertThatIllegalStateException().isThrownBy(() -> message.seal(0, new byte[1], 1));
    }

    @Test
    void aSaltHas24Bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cobblestone.sealing(LeafKey.fresh(), CONTEXT, new byte[23]));
    }

    /** The layer above adds nothing to the message but zeros up to the Padmé length. */
    @Test
    void aDocumentIsOneRawMessageOfThePaddedPlaintext() throws IOException {
        Sample sample = Sample.sealed(300_000);
        byte[] sealed = sample.sealed();
        byte[] padded = new byte[303_104];
        byte[] chunk = new byte[16_384];

        try (var raw = Cobblestone.opening(sample.key(), sample.context().encoded(), Arrays.copyOf(sealed, 56))) {
            for (int k = 0; k < 19; k++) {
                int from = 56 + k * 16_400;
                int size = raw.open(k, sealed, from, Math.min(16_400, sealed.length - from), chunk);
                System.arraycopy(chunk, 0, padded, k * 16_384, size);
            }
        }

        assertThat(sealed).hasSize(56 + 303_104 + 19 * 16);
        assertThat(padded).isEqualTo(Arrays.copyOf(sample.plaintext(), 303_104));
    }
}
