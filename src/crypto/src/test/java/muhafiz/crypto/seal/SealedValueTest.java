package muhafiz.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedValueTest {
    private static final byte[] NAME = "Ayşə Məmmədova".getBytes(UTF_8);
    private static final UUID A = new UUID(1, 2);
    private static final UUID B = new UUID(3, 4);
    private static final UUID C = new UUID(5, 6);
    private static final SealContext CONTEXT = new SealContext(A, B, C, "surname");

    private final LeafKey key = LeafKey.fresh();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 100, 16_382, 16_383, 16_384, 32_768, 100_000, 1 << 20})
    void aValueOpensAsItWas(int length) {
        byte[] value = Sample.bytes(length);

        byte[] sealed = Sealer.seal(key, CONTEXT, value);

        assertThat(Opener.open(key, CONTEXT, sealed)).isEqualTo(value);
    }

    @Test
    void aValueThatEndsLikePaddingOpensAsItWas() {
        byte[] value = {1, (byte) 0x80, 0, 0, (byte) 0x80, 0};

        byte[] sealed = Sealer.seal(key, CONTEXT, value);

        assertThat(Opener.open(key, CONTEXT, sealed)).isEqualTo(value);
    }

    @Test
    void shortValuesAllLookAlike() {
        long lengths = Stream.of("", "male", "female", "x".repeat(63))
                .map(value -> Sealer.seal(key, CONTEXT, value.getBytes(UTF_8)).length)
                .distinct()
                .count();

        assertThat(lengths).isEqualTo(1);
    }

    @Test
    void theSameValueIsNeverSealedTheSame() {
        assertThat(Sealer.seal(key, CONTEXT, NAME)).isNotEqualTo(Sealer.seal(key, CONTEXT, NAME));
    }

    @Test
    void aChangedBitAnywhereIsRefused() {
        byte[] sealed = Sealer.seal(key, CONTEXT, NAME);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refused(key, CONTEXT, changed);
        }
    }

    @Test
    void aValueCutShortOrMadeLongerIsRefused() {
        byte[] sealed = Sealer.seal(key, CONTEXT, NAME);

        for (int length = 0; length < sealed.length; length++) {
            refused(key, CONTEXT, Arrays.copyOf(sealed, length));
        }
        refused(key, CONTEXT, Arrays.copyOf(sealed, sealed.length + 1));
        refused(key, CONTEXT, Arrays.copyOf(sealed, 4 << 20));
    }

    static Stream<SealContext> otherContexts() {
        return Stream.of(
                new SealContext(B, B, C, "surname"),
                new SealContext(A, A, C, "surname"),
                new SealContext(A, B, A, "surname"),
                new SealContext(A, B, C, "surnames"));
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void anotherContextIsRefused(SealContext other) {
        refused(key, other, Sealer.seal(key, CONTEXT, NAME));
    }

    @Test
    void anotherKeyIsRefused() {
        refused(LeafKey.fresh(), CONTEXT, Sealer.seal(key, CONTEXT, NAME));
    }

    /** A document's padding is no value's padding: the two forms are not taken for each other. */
    @Test
    void aMessageWithoutAValuesPaddingIsRefused() {
        byte[] salt = new byte[Cobblestone.SALT];
        try (var message = Cobblestone.sealing(key, CONTEXT.encoded(), salt)) {
            byte[] chunk = message.seal(0, new byte[64], 64);
            byte[] sealed = Arrays.copyOf(message.header(), Cobblestone.HEADER + chunk.length);
            System.arraycopy(chunk, 0, sealed, Cobblestone.HEADER, chunk.length);

            refused(key, CONTEXT, sealed);
        }
    }

    @Test
    void whatIsTooLongIsADocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sealer.seal(key, CONTEXT, new byte[(1 << 20) + 1]))
                .withMessageContaining("1048576");
    }

    private static void refused(LeafKey key, SealContext context, byte[] sealed) {
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> Opener.open(key, context, sealed));
    }
}
