package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import muhafiz.crypto.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to Vault: whom we believe, where the token goes, and that it stands in no message. */
class VaultTransportTest {
    private static final byte[] HERE = "here".getBytes(US_ASCII);
    private static final byte[] SECRET = LeafKeyTest.COUNTING;

    private final FakeVault vault = FakeVault.started();
    private final AtomicReference<String> token = new AtomicReference<>(FakeVault.TOKEN);
    private RootKeys roots;
    private byte[] wrapped;

    @BeforeEach
    void makeARoot() throws GeneralSecurityException {
        roots = open(vault.settings("court"), SSLContext.getDefault());
        roots.create("root-1");
        wrapped = roots.wrap("root-1", SECRET, HERE);
    }

    @AfterEach
    void stop() {
        roots.close();
        vault.close();
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() {
        try (FakeVault elsewhere = FakeVault.started()) {
            vault.answerAll(307, "", Map.of("Location", elsewhere.address() + "/v1/transit/keys"));

            Throwable thrown = catchThrowable(() -> roots.alive());

            assertThat(thrown).hasMessageContaining("a standby that sends us on");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void anExpiredTokenIsToldWithoutTheToken() {
        vault.renewToken("hvs.another");

        Throwable thrown = catchThrowable(() -> roots.wrap("root-1", SECRET, HERE));

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("lacks the capability \"read\"")
                .hasMessageContaining("/v1/transit/keys/muhafiz-court.root-1");
        assertThat(trace(thrown)).doesNotContain(FakeVault.TOKEN, "hvs.");
    }

    @Test
    void aRenewedTokenIsUsedAtTheNextRequest() {
        vault.renewToken("hvs.another");
        token.set("hvs.another");

        assertThat(roots.unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsToldWithoutTheToken() {
        token.set("hvs.with\nnewline");

        Throwable thrown = catchThrowable(() -> roots.alive());

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(trace(thrown)).doesNotContain("hvs.");
    }

    @Test
    void onlyAServerOfTheGivenTrustIsBelieved(@TempDir Path folder) throws Exception {
        KeyStore identity = selfSigned(folder.resolve("vault.p12"));

        try (FakeVault secure = FakeVault.withTls(context(identity))) {
            Throwable thrown = catchThrowable(() -> open(secure.settings("court"), SSLContext.getDefault()));
            assertThat(thrown).isInstanceOf(UnavailableException.class).hasStackTraceContaining("SSLHandshake");
            assertThat(secure.requests()).isEmpty();

            try (RootKeys believed = open(secure.settings("court"), context(identity))) {
                believed.create("root-1");
                assertThat(believed.alive()).containsExactly("root-1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vault.example.org:8200",
                "http://127.0.0.1.example.org",
                "http://10.0.0.1:8200",
                "ftp://localhost",
                "https://user:secret@vault.example.org",
                "https://vault.example.org/v1",
                "https://vault.example.org?x=y",
                "vault"
            })
    void aTokenIsNotSentInTheClearOrElsewhere(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(address, "transit"))
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/transit", "../sys", "transit//keys", "transit?x", "tran sit"})
    void aMountIsWordsOnly(String mount) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("https://vault.example.org", mount));
    }

    private static VaultSettings settings(String address, String mount) {
        return new VaultSettings(URI.create(address), mount, Optional.empty(), "court", Duration.ofSeconds(1));
    }

    private RootKeys open(VaultSettings settings, SSLContext trust) {
        return VaultRootKeys.open(settings, token::get, trust);
    }

    private static KeyStore selfSigned(Path file) throws Exception {
        SoftHsm.said(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vault",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString()));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return store;
    }

    /** Shows this certificate, and believes it. */
    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        KeyStore believed = trusted(store);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trusted(KeyStore identity) throws GeneralSecurityException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("vault", identity.getCertificate("vault"));
            return trusted;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
