package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.WrapBinding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyWrapTest {
    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID PARENT = UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100");
    private static final WrapBinding PLACE = new WrapBinding(Level.LEAF, ID, 7, PARENT, 2);

    private final LeafKey parent = LeafKey.of(LeafKeyTest.COUNTING);
    private final LeafKey child = LeafKey.fresh();

    @Test
    void aWrapOpensInItsPlace() {
        byte[] wrapped = KeyWrap.wrap(parent, child, PLACE);

        assertThat(wrapped).hasSize(KeyWrap.LENGTH).hasSize(61);
        assertThat(KeyWrap.unwrap(parent, wrapped, PLACE).exposed()).isEqualTo(child.exposed());
    }

    @Test
    void twoWrapsOfOneKeyDiffer() {
        assertThat(KeyWrap.wrap(parent, child, PLACE)).isNotEqualTo(KeyWrap.wrap(parent, child, PLACE));
    }

    static Stream<WrapBinding> otherPlaces() {
        return Stream.of(
                new WrapBinding(Level.PAGE, ID, 7, PARENT, 2),
                new WrapBinding(Level.LEAF, UUID.fromString("00112233-4455-6677-8899-aabbccddee00"), 7, PARENT, 2),
                new WrapBinding(Level.LEAF, ID, 8, PARENT, 2),
                new WrapBinding(Level.LEAF, ID, 7, ID, 2),
                new WrapBinding(Level.LEAF, ID, 7, PARENT, 1));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void aMovedOrReplayedWrapIsRefused(WrapBinding other) {
        byte[] wrapped = KeyWrap.wrap(parent, child, PLACE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> KeyWrap.unwrap(parent, wrapped, other));
    }

    @Test
    void anotherParentIsRefused() {
        byte[] wrapped = KeyWrap.wrap(parent, child, PLACE);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> KeyWrap.unwrap(LeafKey.fresh(), wrapped, PLACE));
    }

    @Test
    void aChangedBitAnywhereIsRefused() {
        byte[] wrapped = KeyWrap.wrap(parent, child, PLACE);

        for (int bit = 0; bit < wrapped.length * 8; bit++) {
            byte[] changed = wrapped.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(IntegrityException.class)
                    .as("bit " + bit)
                    .isThrownBy(() -> KeyWrap.unwrap(parent, changed, PLACE));
        }
    }

    @Test
    void aWrapOfAnotherLengthIsRefused() {
        byte[] longer = SmallBox.close(parent.derive("wrap", 32), new byte[33], PLACE.encoded());

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> KeyWrap.unwrap(parent, new byte[0], PLACE));
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> KeyWrap.unwrap(parent, longer, PLACE));
    }

    /** Expected bytes: AESGCM and HKDFExpand of Python's cryptography 48.0.0. */
    @Test
    void aWrapMadeElsewhereOpens() {
        byte[] wrapped = HexFormat.of()
                .parseHex(
                        "016465666768696a6b6c6d6e6f19c781b70dd77f6bee3d6843a4e247ea5274b96629837f332327d66a0f88767b69dbea331add8e0765511e2456ea720c");

        byte[] opened = KeyWrap.unwrap(parent, wrapped, PLACE).exposed();

        assertThat(HexFormat.of().formatHex(opened))
                .isEqualTo("c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7");
    }

    @Test
    void thePlaceIsWrittenAsItsTableSays() {
        assertThat(HexFormat.of().formatHex(PLACE.encoded()))
                .isEqualTo(
                        "01" // format
                                + "03" // leaf
                                + "00112233445566778899aabbccddeeff" // id
                                + "00000007" // its version
                                + "0f0e0d0c0b0a09080706050403020100" // parent
                                + "00000002"); // its version
    }

    @Test
    void versionsCountFromZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WrapBinding(Level.PAGE, ID, -1, PARENT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WrapBinding(Level.PAGE, ID, 0, PARENT, -1));
    }
}
