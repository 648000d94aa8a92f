package muhafiz.crypto.keys;

import static java.util.stream.Collectors.toCollection;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;

/**
 * Root keys in the Transit engine of a Vault (HashiCorp Vault 1.13 or newer, the first with {@code associated_data}; OpenBao
 * has the same requests), for one node or several. A root is a Transit key {@code muhafiz-<archive>.<root id>}; Vault wraps and
 * unwraps, the key stays with it. A key that could be exported, backed up in clear or was brought from elsewhere, or whose
 * ciphertexts are derived or convergent, is refused at each use: what has a copy cannot be destroyed.
 *
 * <p>Written to <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">the documented API</a> and tested
 * against an imitation of it. <b>No real Vault was run.</b>
 *
 * <p>The token's policy, for archive {@code a} on the mount {@code transit}:
 *
 * <pre>
 * path "transit/keys"                { capabilities = ["list"] }
 * path "transit/keys/muhafiz-a.*"    { capabilities = ["read", "update", "delete"] }
 * path "transit/encrypt/muhafiz-a.*" { capabilities = ["update"] }
 * path "transit/decrypt/muhafiz-a.*" { capabilities = ["update"] }
 * </pre>
 *
 * <p>It cannot promise that a snapshot of Vault's storage dies with a root: whoever keeps one, and the unseal keys, keeps the
 * roots in it. Snapshots are key backups. A secret passes through Vault's JSON, so pieces of it stay in this memory as
 * text until collected.
 */
public final class VaultRootKeys implements RootKeys {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final List<String> MUST_BE_OFF = List.of("exportable", "allow_plaintext_backup", "derived");
    private static final List<String> MUST_NOT_BE_ON = List.of("convergent_encryption", "imported", "imported_key");

    private final RootNames names;
    private final VaultTransit transit;
    private volatile boolean closed;

    private VaultRootKeys(RootNames names, VaultTransit transit) {
        this.names = names;
        this.transit = transit;
    }

    /**
     * Asks Vault for its keys once, so that a wrong address, token or mount shows at start.
     *
     * @param token asked for before each request, so that a renewed one is used
     * @param trust which server to believe, and what to show it
     * @throws UnavailableException when Vault is away, sealed, or closed to this token
     */
    public static VaultRootKeys open(VaultSettings settings, Supplier<String> token, SSLContext trust) {
        var transit = new VaultTransit(new VaultConnection(settings, token, trust));
        transit.keys();
        return new VaultRootKeys(settings.names(), transit);
    }

    @Override
    public void create(String rootId) {
        String name = name(rootId);
        if (transit.key(name).isEmpty()) {
            transit.make(name);
        }
        JsonObject key = transit.key(name)
                .orElseThrow(() -> new UnavailableException("Vault made " + name + " and does not show it", RETRY));
        checkStaysInside(name, key);
    }

    @Override
    public Set<String> alive() {
        checkOpen();
        return transit.keys().stream()
                .flatMap(name -> names.rootIn(name).stream())
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        String name = name(rootId);
        checkLiving(rootId, name);
        String ciphertext = encrypted(rootId, name, secret, aad).orElseThrow(() -> refused(rootId, name));
        checkBound(name, ciphertext, aad);
        return TransitWrap.bytes(ciphertext)
                .orElseThrow(
                        () -> new IllegalStateException("Vault's ciphertext is not of the form vault:v<n>:<base64>"));
    }

    @Override
    public byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        String name = name(rootId);
        checkLiving(rootId, name);
        return transit.decrypt(name, TransitWrap.text(wrapped), aad).orElseThrow(() -> refused(rootId, name));
    }

    @Override
    public void destroy(String rootId) {
        String name = name(rootId);
        if (transit.key(name).isEmpty()) {
            return;
        }
        transit.delete(name);
        if (transit.key(name).isPresent()) {
            throw new UnavailableException("Vault was told to delete " + name + " and shows it", RETRY);
        }
    }

    /** Nothing is held open; the verbs end. */
    @Override
    public void close() {
        closed = true;
    }

    private String name(String rootId) {
        checkOpen();
        return names.nameOf(rootId);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the root keys are closed");
        }
    }

    private void checkLiving(String rootId, String name) {
        checkStaysInside(name, transit.key(name).orElseThrow(() -> new RootGoneException(rootId)));
    }

    /** To a policy without "create" Transit answers 403 for a key that was destroyed since we looked: we look again. */
    private Optional<String> encrypted(String rootId, String name, byte[] secret, byte[] aad) {
        try {
            return transit.encrypt(name, secret, aad);
        } catch (UnavailableException e) {
            checkLiving(rootId, name);
            throw e;
        }
    }

    private static void checkStaysInside(String name, JsonObject key) {
        boolean isAes =
                key.get("type") instanceof JsonString type && type.getString().equals("aes256-gcm96");
        if (!isAes) {
            throw new IntegrityException(name + " in Vault is no aes256-gcm96 key");
        }
        for (String flag : MUST_BE_OFF) {
            if (!JsonValue.FALSE.equals(key.get(flag))) {
                throw new IntegrityException(name + " in Vault has " + flag + ", a root must not");
            }
        }
        for (String flag : MUST_NOT_BE_ON) {
            if (JsonValue.TRUE.equals(key.get(flag))) {
                throw new IntegrityException(name + " in Vault has " + flag + ", a root must not");
            }
        }
    }

    /** A Vault before 1.13 ignores associated_data without a word: no wrap leaves before it was refused elsewhere. */
    private void checkBound(String name, String ciphertext, byte[] aad) {
        transit.decrypt(name, ciphertext, Arrays.copyOf(aad, aad.length + 1)).ifPresent(secret -> {
            Arrays.fill(secret, (byte) 0);
            throw new IllegalStateException("this Vault ignores associated_data; 1.13 is the first that does not");
        });
    }

    /** Transit's 400 after the key was seen: destroyed in between, or not its wrap. */
    private IntegrityException refused(String rootId, String name) {
        return transit.key(name).isPresent()
                ? new IntegrityException("Vault refuses this wrap or secret under " + name)
                : new RootGoneException(rootId);
    }
}
