package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.WrapBinding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every holder of root keys keeps of its wraps. */
abstract class WrapsUnderRootsContract extends RootHolder {
    @Test
    void aRootOpensWhatItWrapped() {
        roots().create("root-1");

        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThat(HexFormat.of().formatHex(wrapped))
                .doesNotContain(HexFormat.of().formatHex(SECRET));
        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aMovedWrapIsRefused() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, THERE));
    }

    @Test
    void aChangedWrapIsRefused() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(IntegrityException.class)
                    .as("byte " + i)
                    .isThrownBy(() -> roots().unwrap("root-1", changed, HERE));
        }
    }

    @Test
    void anotherRootIsRefused() {
        roots().create("root-1");
        roots().create("root-2");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots().unwrap("root-2", wrapped, HERE));
    }

    @Test
    void wrappingNeverMakesARoot() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-2", SECRET, HERE));
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-2", wrapped, HERE));

        assertThat(roots().alive()).containsExactly("root-1");
    }

    @Test
    void twoWrapsOfOneSecretDiffer() {
        roots().create("root-1");

        assertThat(roots().wrap("root-1", SECRET, HERE)).isNotEqualTo(roots().wrap("root-1", SECRET, HERE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31, 4096})
    void aSecretOfAnyLengthComesBack(int length) {
        roots().create("root-1");
        byte[] secret = new byte[length];
        Arrays.fill(secret, (byte) 7);

        byte[] wrapped = roots().wrap("root-1", secret, HERE);

        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(secret);
    }

    @Test
    void theCallersBytesStayAsTheyWere() {
        roots().create("root-1");
        byte[] secret = SECRET.clone();
        byte[] aad = HERE.clone();
        byte[] wrapped = roots().wrap("root-1", secret, aad);
        byte[] kept = wrapped.clone();

        roots().unwrap("root-1", wrapped, aad);

        assertThat(secret).isEqualTo(SECRET);
        assertThat(aad).isEqualTo(HERE);
        assertThat(wrapped).isEqualTo(kept);
    }

    @Test
    void aWrapThatIsCutOrGrewIsRefused() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        for (int length : new int[] {0, 1, 4, 5, 13, 28, wrapped.length - 1, wrapped.length + 1}) {
            assertThatExceptionOfType(IntegrityException.class)
                    .as(length + " bytes")
                    .isThrownBy(() -> roots().unwrap("root-1", Arrays.copyOf(wrapped, length), HERE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "her", "heree", "Here", "here\0"})
    void aWrapOpensInItsOwnPlaceOnly(String elsewhere) {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> roots().unwrap("root-1", wrapped, elsewhere.getBytes(US_ASCII)));
    }

    @Test
    void anEpochKeyIsWrappedUnderARootWithoutShowingItself() {
        roots().create("root-1");
        LeafKey epoch = LeafKey.fresh();
        var place = new WrapBinding(Level.EPOCH, new UUID(1, 1), 0, new UUID(2, 2), 0);
        var elsewhere = new WrapBinding(Level.EPOCH, new UUID(1, 1), 1, new UUID(2, 2), 0);

        byte[] wrapped = KeyWrap.wrap(roots(), "root-1", epoch, place);

        assertThat(KeyWrap.unwrap(roots(), "root-1", wrapped, place).exposed()).isEqualTo(epoch.exposed());
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> KeyWrap.unwrap(roots(), "root-1", wrapped, elsewhere));
    }
}
