package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import muhafiz.crypto.Primitives;

/**
 * The part of Transit that roots need, with real AES-GCM, refusing what its documentation refuses
 * (https://developer.hashicorp.com/vault/api-docs/secret/transit). The wording of errors is HashiCorp's.
 */
final class FakeTransit {
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d+):(.*)", Pattern.DOTALL);

    private final Map<String, Key> keys = new TreeMap<>();
    private boolean ignoresAssociatedData;
    private Runnable beforeEncrypting = () -> {};

    record Reply(int status, JsonObject body) {}

    private static final class Key {
        private final byte[] raw = Primitives.random(32);
        private final Map<String, JsonValue> flags = new LinkedHashMap<>();
    }

    /** As before Vault 1.13. */
    void ignoreAssociatedData() {
        ignoresAssociatedData = true;
    }

    /** What another client does between the look at a key and its use. */
    void beforeEncrypting(Runnable event) {
        beforeEncrypting = event;
    }

    synchronized void flag(String name, String flag, JsonValue value) {
        keys.get(name).flags.put(flag, value);
    }

    synchronized void forgetFlag(String name, String flag) {
        keys.get(name).flags.remove(flag);
    }

    synchronized void lose(String name) {
        keys.remove(name);
    }

    synchronized boolean has(String name) {
        return keys.containsKey(name);
    }

    synchronized Reply list() {
        if (keys.isEmpty()) {
            return error(404);
        }
        JsonArrayBuilder names = Json.createArrayBuilder();
        keys.keySet().forEach(names::add);
        return data(Json.createObjectBuilder().add("keys", names));
    }

    synchronized Reply read(String name) {
        Key key = keys.get(name);
        if (key == null) {
            return error(404);
        }
        JsonObjectBuilder told = Json.createObjectBuilder().add("name", name);
        key.flags.forEach(told::add);
        return data(told);
    }

    synchronized Reply make(String name, JsonObject asked) {
        if (!keys.containsKey(name)) {
            Key key = new Key();
            key.flags.put("type", Json.createValue(asked.getString("type", "aes256-gcm96")));
            for (String flag : new String[] {"derived", "exportable", "allow_plaintext_backup"}) {
                key.flags.put(flag, asked.getBoolean(flag, false) ? JsonValue.TRUE : JsonValue.FALSE);
            }
            key.flags.put("deletion_allowed", JsonValue.FALSE);
            key.flags.put("imported_key", JsonValue.FALSE);
            keys.put(name, key);
        }
        return read(name);
    }

    synchronized Reply configure(String name, JsonObject asked) {
        if (!keys.containsKey(name)) {
            return error(400, "no existing key named " + name + " could be found");
        }
        asked.forEach((flag, value) -> flag(name, flag, value));
        return new Reply(204, JsonValue.EMPTY_JSON_OBJECT);
    }

    synchronized Reply delete(String name) {
        Key key = keys.get(name);
        if (key == null) {
            return error(400, "error deleting policy " + name + ": could not delete key; not found");
        }
        if (!JsonValue.TRUE.equals(key.flags.get("deletion_allowed"))) {
            return error(400, "error deleting policy " + name + ": deletion is not allowed for this key");
        }
        keys.remove(name);
        return new Reply(204, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Makes an unknown key on the way, as Transit does for a policy with "create". */
    synchronized Reply encrypt(String name, JsonObject asked, boolean mayCreate) {
        beforeEncrypting.run();
        if (!asked.containsKey("plaintext")) {
            return error(400, "missing plaintext to encrypt");
        }
        if (!keys.containsKey(name)) {
            if (!mayCreate) {
                return error(403, "1 error occurred:\n\t* permission denied\n\n");
            }
            if (asked.getBoolean("convergent_encryption", false) && !asked.containsKey("context")) {
                return error(400, "convergent encryption requires derivation to be enabled, so context is required");
            }
            make(name, JsonValue.EMPTY_JSON_OBJECT);
        }
        byte[] nonce = Primitives.random(12);
        try {
            byte[] sealed = gcm(Cipher.ENCRYPT_MODE, name, nonce, aad(asked), base64(asked, "plaintext"));
            byte[] all = Arrays.copyOf(nonce, 12 + sealed.length);
            System.arraycopy(sealed, 0, all, 12, sealed.length);
            return data(Json.createObjectBuilder()
                    .add("ciphertext", "vault:v1:" + Base64.getEncoder().encodeToString(all))
                    .add("key_version", 1));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return error(400, "failed to base64-decode plaintext");
        }
    }

    synchronized Reply decrypt(String name, JsonObject asked) {
        Matcher parts = CIPHERTEXT.matcher(asked.getString("ciphertext", ""));
        if (!keys.containsKey(name)) {
            return error(400, "encryption key not found");
        }
        if (!parts.matches()) {
            return error(400, "invalid ciphertext: no prefix");
        }
        if (Long.parseLong(parts.group(1)) > 1) {
            return error(400, "invalid ciphertext: version is too new");
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(parts.group(2).getBytes(UTF_8));
            byte[] nonce = Arrays.copyOf(sealed, 12);
            byte[] rest = Arrays.copyOfRange(sealed, 12, Math.max(12, sealed.length));
            byte[] plain = gcm(Cipher.DECRYPT_MODE, name, nonce, aad(asked), rest);
            return data(Json.createObjectBuilder()
                    .add("plaintext", Base64.getEncoder().encodeToString(plain)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return error(400, "cipher: message authentication failed");
        }
    }

    static Reply error(int status, String... messages) {
        return new Reply(
                status,
                Json.createObjectBuilder()
                        .add("errors", Json.createArrayBuilder(Arrays.asList(messages)))
                        .build());
    }

    private byte[] gcm(int mode, String name, byte[] nonce, byte[] aad, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(keys.get(name).raw, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(text);
    }

    private byte[] aad(JsonObject asked) {
        return ignoresAssociatedData ? new byte[0] : base64(asked, "associated_data");
    }

    private static byte[] base64(JsonObject asked, String field) {
        return Base64.getDecoder().decode(asked.getString(field, ""));
    }

    private static Reply data(JsonObjectBuilder data) {
        return new Reply(
                200,
                Json.createObjectBuilder()
                        .add("request_id", "fake")
                        .add("data", data)
                        .add("warnings", JsonValue.NULL)
                        .build());
    }
}
