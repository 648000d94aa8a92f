package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every holder of root keys keeps: of its wraps, and of the lives of its roots. */
abstract class RootKeysContract extends WrapsUnderRootsContract {
    @Test
    void rootsSurviveAReopen() {
        roots().create("root-1");
        roots().create("root-2");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        reopen();

        assertThat(roots().alive()).containsExactlyInAnyOrder("root-1", "root-2");
        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aDestroyedRootCannotUnwrap() {
        roots().create("root-1");
        roots().create("root-2");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        roots().destroy("root-1");

        assertThat(roots().alive()).containsExactly("root-2");
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));
    }

    @Test
    void aDestroyedRootStaysDestroyed() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        roots().destroy("root-1");

        reopen();

        assertThat(roots().alive()).isEmpty();
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
    }

    @Test
    void aSecondRootUnderAnOldIdIsAnother() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        roots().destroy("root-1");

        roots().create("root-1");

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
    }

    @Test
    void creatingAndDestroyingMayBeRepeated() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        roots().create("root-1");

        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
        roots().destroy("root-1");
        assertThatCode(() -> roots().destroy("root-1")).doesNotThrowAnyException();
    }

    @Test
    void whatACrashInterruptedMayBeRepeatedByTheNextHolder() {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        reopen();

        roots().create("root-1");

        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
        roots().destroy("root-1");
        reopen();
        assertThatCode(() -> roots().destroy("root-1")).doesNotThrowAnyException();
        assertThat(roots().alive()).isEmpty();
    }

    @Test
    void destroyingWhatNeverWasIsNothing() {
        roots().create("root-1");

        roots().destroy("root-2");

        assertThat(roots().alive()).containsExactly("root-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../root", "root/1", "root.1", "Root", "root 1", "root\n", "-root", "root-", "r\u00f6ot"})
    void aRootIdIsPlain(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> roots().create(id));
        assertThatIllegalArgumentException().isThrownBy(() -> roots().wrap(id, SECRET, HERE));
        assertThatIllegalArgumentException().isThrownBy(() -> roots().unwrap(id, SECRET, HERE));
        assertThatIllegalArgumentException().isThrownBy(() -> roots().destroy(id));
    }

    @Test
    void aRootIdHasUpTo64Characters() {
        roots().create("x".repeat(64));

        assertThatIllegalArgumentException().isThrownBy(() -> roots().create("x".repeat(65)));
        assertThat(roots().alive()).containsExactly("x".repeat(64));
    }

    @Test
    void aRootWhoseIdBeginsLikeAnothersIsAnother() {
        roots().create("root-1");
        roots().create("root-10");
        byte[] wrapped = roots().wrap("root-10", SECRET, HERE);

        roots().destroy("root-1");

        assertThat(roots().alive()).containsExactly("root-10");
        assertThat(roots().unwrap("root-10", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void theListOfTheLivingIsTheCallersOwn() {
        roots().create("root-1");
        Set<String> alive = roots().alive();

        roots().create("root-2");

        assertThat(alive).containsExactly("root-1");
    }

    @Test
    void severalThreadsMakeOneRoot() throws Exception {
        List<byte[]> wraps = together(thread -> {
            roots().create("root-1");
            return roots().wrap("root-1", SECRET, HERE);
        });

        assertThat(roots().alive()).containsExactly("root-1");
        assertThat(wraps)
                .allSatisfy(wrapped ->
                        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET));
    }

    @Test
    void severalThreadsMakeRootsOfTheirOwn() throws Exception {
        List<byte[]> wraps = together(thread -> {
            roots().create("root-" + thread);
            return roots().wrap("root-" + thread, SECRET, HERE);
        });

        assertThat(roots().alive()).hasSize(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(roots().unwrap("root-" + thread, wraps.get(thread), HERE))
                    .isEqualTo(SECRET);
        }
    }

    /** Whoever loses the race hears that the root is gone, and nobody brings it back. */
    @Test
    void aRootDestroyedAmongItsUsersIsGoneForAll() throws Exception {
        roots().create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        together(thread -> {
            if (thread == THREADS / 2) {
                roots().destroy("root-1");
                return wrapped;
            }
            try {
                roots().wrap("root-1", SECRET, HERE);
                return roots().unwrap("root-1", wrapped, HERE);
            } catch (RootGoneException e) {
                return wrapped;
            }
        });

        assertThat(roots().alive()).isEmpty();
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
    }

    @Test
    void closingTwiceTakesNothingFromTheNextHolder() {
        roots().create("root-1");
        RootKeys first = roots();
        reopen();

        first.close();

        assertThat(roots().alive()).containsExactly("root-1");
    }

    @Test
    void aClosedHolderIsNotMistakenForAGoneRoot() {
        roots().create("root-1");

        roots().close();

        assertThatIllegalStateException().isThrownBy(() -> roots().create("root-2"));
        assertThatIllegalStateException().isThrownBy(() -> roots().alive());
        assertThatIllegalStateException().isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));
        assertThatIllegalStateException().isThrownBy(() -> roots().unwrap("root-1", SECRET, HERE));
        assertThatIllegalStateException().isThrownBy(() -> roots().destroy("root-1"));
    }
}
