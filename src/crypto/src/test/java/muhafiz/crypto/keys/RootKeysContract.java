package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.WrapBinding.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every holder of root keys keeps. */
abstract class RootKeysContract {
    private static final byte[] SECRET = LeafKeyTest.COUNTING;
    private static final byte[] HERE = "here".getBytes(US_ASCII);
    private static final byte[] THERE = "there".getBytes(US_ASCII);

    private RootKeys roots;

    /** The holder under test, the same one each time. */
    abstract RootKeys open();

    @BeforeEach
    void openRoots() {
        roots = open();
    }

    @AfterEach
    void closeRoots() {
        roots.close();
    }

    @Test
    void aRootOpensWhatItWrapped() {
        roots.create("root-1");

        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        assertThat(HexFormat.of().formatHex(wrapped))
                .doesNotContain(HexFormat.of().formatHex(SECRET));
        assertThat(roots.unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aMovedWrapIsRefused() {
        roots.create("root-1");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots.unwrap("root-1", wrapped, THERE));
    }

    @Test
    void aChangedWrapIsRefused() {
        roots.create("root-1");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(IntegrityException.class)
                    .as("byte " + i)
                    .isThrownBy(() -> roots.unwrap("root-1", changed, HERE));
        }
    }

    @Test
    void anotherRootIsRefused() {
        roots.create("root-1");
        roots.create("root-2");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots.unwrap("root-2", wrapped, HERE));
    }

    @Test
    void rootsSurviveAReopen() {
        roots.create("root-1");
        roots.create("root-2");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        reopen();

        assertThat(roots.alive()).containsExactlyInAnyOrder("root-1", "root-2");
        assertThat(roots.unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aDestroyedRootCannotUnwrap() {
        roots.create("root-1");
        roots.create("root-2");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        roots.destroy("root-1");

        assertThat(roots.alive()).containsExactly("root-2");
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots.unwrap("root-1", wrapped, HERE));
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots.wrap("root-1", SECRET, HERE));
    }

    @Test
    void aDestroyedRootStaysDestroyed() {
        roots.create("root-1");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);
        roots.destroy("root-1");

        reopen();

        assertThat(roots.alive()).isEmpty();
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots.unwrap("root-1", wrapped, HERE));
    }

    @Test
    void aSecondRootUnderAnOldIdIsAnother() {
        roots.create("root-1");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);
        roots.destroy("root-1");

        roots.create("root-1");

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots.unwrap("root-1", wrapped, HERE));
    }

    @Test
    void creatingAndDestroyingMayBeRepeated() {
        roots.create("root-1");
        byte[] wrapped = roots.wrap("root-1", SECRET, HERE);

        roots.create("root-1");

        assertThat(roots.unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
        roots.destroy("root-1");
        assertThatCode(() -> roots.destroy("root-1")).doesNotThrowAnyException();
    }

    @Test
    void aRootIdIsShortAndPlain() {
        assertThatIllegalArgumentException().isThrownBy(() -> roots.create(""));
        assertThatIllegalArgumentException().isThrownBy(() -> roots.create("../root"));
        assertThatIllegalArgumentException().isThrownBy(() -> roots.create("x".repeat(65)));
    }

    @Test
    void aClosedHolderIsNotMistakenForAGoneRoot() {
        roots.create("root-1");

        roots.close();

        assertThatIllegalStateException().isThrownBy(() -> roots.wrap("root-1", SECRET, HERE));
        assertThatIllegalStateException().isThrownBy(() -> roots.alive());
    }

    @Test
    void anEpochKeyIsWrappedUnderARootWithoutShowingItself() {
        roots.create("root-1");
        LeafKey epoch = LeafKey.fresh();
        var place = new WrapBinding(Level.EPOCH, new UUID(1, 1), 0, new UUID(2, 2), 0);
        var elsewhere = new WrapBinding(Level.EPOCH, new UUID(1, 1), 1, new UUID(2, 2), 0);

        byte[] wrapped = KeyWrap.wrap(roots, "root-1", epoch, place);

        assertThat(KeyWrap.unwrap(roots, "root-1", wrapped, place).exposed()).isEqualTo(epoch.exposed());
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> KeyWrap.unwrap(roots, "root-1", wrapped, elsewhere));
    }

    void create(String rootId) {
        roots.create(rootId);
    }

    private void reopen() {
        roots.close();
        roots = open();
    }
}
