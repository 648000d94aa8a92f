package muhafiz.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that are nobody's leaf: an IllegalArgumentException that says why, and never anything else. */
class HostileLeafTest {
    private static final long SEED = 20_261_122L;

    @Test
    void everyTruncationIsRefused() {
        byte[] leaf = Sample.leaf().encoded();
        for (int length = 0; length < leaf.length; length++) {
            byte[] cut = Arrays.copyOf(leaf, length);

            assertThatIllegalArgumentException().as("seen length %d", length).isThrownBy(() -> LogLeaf.decode(cut));
        }
    }

    @Test
    void anythingAppendedIsRefused() {
        byte[] leaf = Sample.leaf().encoded();

        assertThatIllegalArgumentException().isThrownBy(() -> LogLeaf.decode(Arrays.copyOf(leaf, leaf.length + 1)));
    }

    @Test
    void anUnknownVersionIsRefusedByName() {
        byte[] leaf = Sample.leaf().encoded();
        leaf[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLeaf.decode(leaf))
                .withMessageContaining("version 1, was 2");
    }

    @Test
    void aLeafTooLongForAnEntryBundleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLeaf.decode(new byte[65_536]))
                .withMessageContaining("65535");
    }

    @Test
    void randomBytesAreALeafOrRefused() {
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 1;
            }
            acceptOrRefuse(bytes, run);
        }
    }

    @Test
    void scatteredChangesAreALeafOrRefused() {
        byte[] leaf = Sample.leaf().encoded();
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = leaf.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            acceptOrRefuse(bytes, run);
        }
    }

    /** What is accepted must come back byte by byte: one entry, one encoding. */
    private static void acceptOrRefuse(byte[] bytes, int run) {
        try {
            assertThat(LogLeaf.decode(bytes).encoded())
                    .as("seed %d run %d", SEED, run)
                    .isEqualTo(bytes);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).as("seed %d run %d", SEED, run).hasMessageMatching("[ -~]+");
        }
    }

    @Test
    void hostileInsidesAreAnInsideOrRefused() {
        byte[] padded = Sample.inside().padded();
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = padded.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[32 + random.nextInt(bytes.length - 32)] = (byte) random.nextInt();
            }
            acceptOrRefuseInside(bytes, run);
        }
    }

    private static void acceptOrRefuseInside(byte[] bytes, int run) {
        try {
            assertThat(Inside.read(bytes).padded())
                    .as("seed %d run %d", SEED, run)
                    .isEqualTo(bytes);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).as("seed %d run %d", SEED, run).hasMessageMatching("[ -~]+");
        }
    }
}
