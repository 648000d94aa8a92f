package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Vault that is away, sealed or closed to us is not one without roots. */
class VaultAwayTest {
    private static final byte[] HERE = "here".getBytes(US_ASCII);
    private static final byte[] SECRET = LeafKeyTest.COUNTING;

    private final FakeVault vault = FakeVault.started();
    private RootKeys roots;
    private byte[] wrapped;

    @BeforeEach
    void makeARoot() throws GeneralSecurityException {
        roots = open(vault.settings("court"), SSLContext.getDefault());
        roots.create("root-1");
        wrapped = roots.wrap("root-1", SECRET, HERE);
        vault.forgetRequests();
    }

    @AfterEach
    void stop() {
        roots.close();
        vault.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 401, 403, 405, 412, 429, 472, 473, 500, 501, 502, 503})
    void noStatusIsTakenForAnAnswerThatItIsNot(int status) {
        vault.answerAll(status, "{\"errors\":[\"for a reason\"]}", Map.of());

        assertThat(verbs()).allSatisfy(verb -> {
            Throwable thrown = catchThrowable(verb);
            assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("answers " + status);
            assertThat(trace(thrown)).doesNotContain(FakeVault.TOKEN);
        });
    }

    @Test
    void aMountThatIsNotThereIsNotOneWithoutRoots() {
        vault.mountElsewhere();

        assertThat(verbs())
                .allSatisfy(verb -> assertThat(catchThrowable(verb))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("is the Transit engine mounted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>a proxy</html>", "[]", "{\"data\":", "null", "\u0000"})
    void whatIsNotVaultsJsonIsNoAnswer(String body) {
        vault.answerAll(200, body, Map.of());

        assertThat(verbs())
                .allSatisfy(verb -> assertThat(catchThrowable(verb)).isInstanceOf(UnavailableException.class));
    }

    /** Answers of a stranger: nothing in them is what the documentation says. */
    @Test
    void anEmptyObjectMakesNoRootAliveOrGone() {
        vault.answerAll(200, "{}", Map.of());

        assertThat(verbs())
                .allSatisfy(verb -> assertThat(catchThrowable(verb))
                        .isInstanceOfAny(UnavailableException.class, IntegrityException.class)
                        .isNotInstanceOf(RootGoneException.class));
    }

    @Test
    void aSealedVaultIsNotAskedAgain() {
        vault.seal();

        Throwable thrown = catchThrowable(() -> roots.alive());

        assertThat(thrown).hasMessageContaining("503 (sealed or under maintenance)");
        assertThat(vault.requests()).hasSize(1);
    }

    @Test
    void vaultSaysWhenToComeBack() {
        vault.answerAll(429, "{\"errors\":[]}", Map.of("Retry-After", "7"));

        var thrown = catchThrowableOfType(UnavailableException.class, () -> roots.alive());

        assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aStoppedVaultIsAway() {
        vault.close();

        assertThat(verbs())
                .allSatisfy(verb -> assertThat(catchThrowable(verb))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("does not answer"));
    }

    @Test
    void aVaultThatNeverAnswersIsWaitedForOnlySoLong() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var settings = new VaultSettings(
                    URI.create("http://localhost:" + silent.getLocalPort()),
                    "transit",
                    Optional.empty(),
                    "court",
                    Duration.ofMillis(200));

            Throwable thrown = catchThrowable(() -> open(settings, SSLContext.getDefault()));

            assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("does not answer");
        }
    }

    private static RootKeys open(VaultSettings settings, SSLContext trust) {
        return VaultRootKeys.open(settings, () -> FakeVault.TOKEN, trust);
    }

    private List<ThrowingCallable> verbs() {
        return List.of(
                () -> roots.create("root-2"),
                () -> roots.alive(),
                () -> roots.wrap("root-1", SECRET, HERE),
                () -> roots.unwrap("root-1", wrapped, HERE),
                () -> roots.destroy("root-1"));
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
