package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import muhafiz.crypto.UnavailableException;

/**
 * The Transit engine, as <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">its page</a> has it: the
 * seven requests we make of it. Names are plain ({@link RootNames}), values are base64: nothing needs quoting.
 */
final class VaultTransit {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final byte[] NOTHING = {};
    private static final byte[] NEW_KEY = ascii(
            "{\"type\":\"aes256-gcm96\",\"derived\":false,\"exportable\":false,\"allow_plaintext_backup\":false}");
    private static final byte[] MAY_BE_DELETED = ascii("{\"deletion_allowed\":true}");

    private final VaultConnection vault;

    VaultTransit(VaultConnection vault) {
        this.vault = vault;
    }

    /** What Vault says of the key (Read Key), or nothing when there is none of this name. */
    Optional<JsonObject> key(String name) {
        var answer = vault.ask("GET", "keys/" + name, NOTHING);
        return isThere(answer) ? Optional.of(answer.data()) : Optional.empty();
    }

    /** The names of all keys on this mount (List Keys). */
    List<String> keys() {
        var answer = vault.ask("LIST", "keys", NOTHING);
        if (!isThere(answer)) {
            return List.of();
        }
        if (answer.data().get("keys") instanceof JsonArray names
                && names.stream().allMatch(JsonString.class::isInstance)) {
            return names.getValuesAs(JsonString::getString);
        }
        throw unreadable();
    }

    /** Makes the key (Create Key); one that exists stays as it is. */
    void make(String name) {
        var answer = vault.ask("POST", "keys/" + name, NEW_KEY);
        if (!answer.isSuccess()) {
            throw new UnavailableException("Vault did not make " + name + ": it answers " + answer.status(), RETRY);
        }
    }

    /**
     * Transit's ciphertext (Encrypt Data), or nothing when it refuses. Transit makes an unknown key on the way where the policy
     * allows it; "convergent_encryption" is read only then, and refused for want of a context: so it never does.
     */
    Optional<String> encrypt(String name, byte[] plaintext, byte[] aad) {
        byte[] body = joined(
                ascii("{\"convergent_encryption\":true,\"plaintext\":\""),
                Base64.getEncoder().encode(plaintext),
                ascii("\",\"associated_data\":\""),
                Base64.getEncoder().encode(aad),
                ascii("\"}"));
        return text(post("encrypt/" + name, body), "ciphertext");
    }

    /** The plaintext (Decrypt Data), or nothing when Transit refuses. */
    Optional<byte[]> decrypt(String name, String ciphertext, byte[] aad) {
        byte[] body = joined(
                ascii("{\"ciphertext\":\""),
                ascii(ciphertext),
                ascii("\",\"associated_data\":\""),
                Base64.getEncoder().encode(aad),
                ascii("\"}"));
        return text(post("decrypt/" + name, body), "plaintext").map(VaultTransit::decoded);
    }

    /** Allows the key's deletion (Update Key Configuration) and deletes it (Delete Key); a refusal shows when it is read again. */
    void delete(String name) {
        vault.ask("POST", "keys/" + name + "/config", MAY_BE_DELETED);
        vault.ask("DELETE", "keys/" + name, NOTHING);
    }

    private VaultConnection.Answer post(String path, byte[] body) {
        try {
            return vault.ask("POST", path, body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /** A 404 with nothing to say means none; one with an error means that the mount itself is not there. */
    private static boolean isThere(VaultConnection.Answer answer) {
        if (answer.isSuccess()) {
            return true;
        }
        JsonValue errors = answer.body().getOrDefault("errors", JsonValue.NULL);
        if (answer.status() == 404 && errors.equals(JsonValue.EMPTY_JSON_ARRAY)) {
            return false;
        }
        throw new UnavailableException(
                "Vault answers " + answer.status() + ": is the Transit engine mounted where the settings say?", RETRY);
    }

    private static Optional<String> text(VaultConnection.Answer answer, String field) {
        if (answer.status() == 400) {
            return Optional.empty();
        }
        if (!isThere(answer)) {
            throw unreadable();
        }
        JsonValue value = answer.data().getOrDefault(field, JsonValue.NULL);
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        throw unreadable();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static UnavailableException unreadable() {
        return new UnavailableException("Vault answers otherwise than its documentation says", RETRY);
    }

    /** One body of these parts, which are wiped where they held anything. */
    private static byte[] joined(byte[]... parts) {
        ByteBuffer body = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            body.put(part);
            Arrays.fill(part, (byte) 0);
        }
        return body.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
