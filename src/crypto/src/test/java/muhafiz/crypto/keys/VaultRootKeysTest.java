package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an imitation of the documented API; no real Vault was run. */
class VaultRootKeysTest extends RootKeysContract {
    private static final String NAME = "muhafiz-court.root-1";

    private final FakeVault vault = FakeVault.started();

    @Override
    RootKeys open() {
        return open(vault.settings("court"));
    }

    private static RootKeys open(VaultSettings settings) {
        try {
            return VaultRootKeys.open(settings, () -> FakeVault.TOKEN, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void aWrapNamesItsFormatAndTheKeysVersion() {
        create("root-1");

        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThat(wrapped).hasSize(65).startsWith(2, 0, 0, 0, 1);
    }

    @Test
    void aRootIsAKeyOfItsArchiveThatVaultKeepsInside() {
        create("root-1");

        assertThat(vault.transit().read(NAME).body().getJsonObject("data"))
                .containsEntry("type", Json.createValue("aes256-gcm96"))
                .containsEntry("exportable", JsonValue.FALSE)
                .containsEntry("allow_plaintext_backup", JsonValue.FALSE)
                .containsEntry("derived", JsonValue.FALSE);
    }

    @Test
    void anotherArchivesRootsOnTheSameMountAreItsOwn() {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        try (RootKeys others = open(vault.settings("court-b"))) {
            others.create("root-2");
            assertThat(others.alive()).containsExactly("root-2");
            assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> others.unwrap("root-1", wrapped, HERE));
        }

        assertThat(roots().alive()).containsExactly("root-1");
    }

    @Test
    void aRootDestroyedByAnotherNodeIsGoneHereAtOnce() {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        try (RootKeys node = open()) {
            assertThat(node.unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
            node.destroy("root-1");
        }

        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
    }

    @Test
    void anUnknownRootIsNotEvenAskedToEncrypt() {
        vault.letEncryptCreate();

        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));

        assertThat(vault.requests()).noneMatch(request -> request.contains("/encrypt/"));
    }

    /** Transit would make a new key under the old name (Encrypt Data: "it will be upserted with default values"). */
    @Test
    void aRootThatDiesUnderOurHandsIsNotMadeAgainByEncrypting() {
        create("root-1");
        vault.letEncryptCreate();
        vault.transit().beforeEncrypting(() -> vault.transit().lose(NAME));

        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));

        assertThat(vault.transit().has(NAME)).isFalse();
    }

    @Test
    void aRootThatDiesUnderOurHandsIsNotMadeAgainWithoutTheCapabilityEither() {
        create("root-1");
        vault.transit().beforeEncrypting(() -> vault.transit().lose(NAME));

        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));

        assertThat(vault.transit().has(NAME)).isFalse();
    }

    @Test
    void aVaultThatIgnoresAssociatedDataIsRefused() {
        create("root-1");
        vault.transit().ignoreAssociatedData();

        assertThatIllegalStateException()
                .isThrownBy(() -> roots().wrap("root-1", SECRET, HERE))
                .withMessageContaining("associated_data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exportable",
                "allow_plaintext_backup",
                "derived",
                "convergent_encryption",
                "imported",
                "imported_key"
            })
    void aKeyThatHasOrMayGetACopyIsRefused(String flag) {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        vault.transit().flag(NAME, flag, JsonValue.TRUE);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> roots().wrap("root-1", SECRET, HERE))
                .withMessage(NAME + " in Vault has " + flag + ", a root must not");
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> create("root-1"));
        roots().destroy("root-1");
        assertThat(roots().alive()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exportable", "allow_plaintext_backup", "derived", "type"})
    void aKeyOfWhichVaultDoesNotSayItIsRefused(String flag) {
        create("root-1");
        vault.transit().forgetFlag(NAME, flag);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        create("root-1");
        vault.transit().flag(NAME, "type", Json.createValue("aes128-gcm96"));

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> roots().wrap("root-1", SECRET, HERE))
                .withMessageContaining("is no aes256-gcm96 key");
    }

    /** Whatever was carried out without our hearing of it may be asked for again. */
    @ParameterizedTest
    @CsvSource({"GET,keys", "POST,keys", "DELETE,keys", "POST,encrypt", "POST,decrypt", "LIST,keys"})
    void aLostAnswerIsAskedForAgain(String method, String kind) {
        vault.loseAnswers(method, kind, 1);

        assertThatCode(() -> {
                    roots().create("root-1");
                    byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
                    assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
                    roots().destroy("root-1");
                    assertThat(roots().alive()).isEmpty();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aDestructionWhoseAnswersAreAllLostIsFoundDoneWhenRepeated() {
        create("root-1");
        vault.loseAnswers("DELETE", "keys", 2);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> roots().destroy("root-1"));

        assertThatCode(() -> roots().destroy("root-1")).doesNotThrowAnyException();
        assertThat(roots().alive()).isEmpty();
    }

    @Test
    void theNamespaceIsNamedInEachRequest() {
        try (RootKeys named = open(vault.settings("court", Optional.of("ns1/ns2/"), Duration.ofSeconds(20)))) {
            vault.forgetRequests();
            named.create("root-1");
        }

        assertThat(vault.requests()).isNotEmpty().allMatch(request -> request.endsWith(" in ns1/ns2/"));
    }
}
