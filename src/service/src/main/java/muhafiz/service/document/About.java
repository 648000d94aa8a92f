package muhafiz.service.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a document's bytes; kept sealed.
 *
 * @param length true length in bytes
 * @param sha256 of the plaintext
 * @param mediaType by content
 * @param fileName as the sender called it
 * @param nonce 32 random bytes that hide, in the log, what was received until the holder of the receipt shows it
 * @param receiptEntry the log entry of its receipt; in clear it would join the document with an entry that outlives it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record About(
        long length, byte[] sha256, String mediaType, Optional<String> fileName, byte[] nonce, UUID receiptEntry) {
    /** Length of the nonce in bytes. */
    public static final int NONCE = 32;

    private static final String RECEIVED = "muhafiz received v1";

    public JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("length", length)
                .add("sha256", HexFormat.of().formatHex(sha256))
                .add("type", mediaType)
                .add("nonce", HexFormat.of().formatHex(nonce))
                .add("receipt", receiptEntry.toString());
        fileName.ifPresent(name -> json.add("name", name));
        return json.build();
    }

    public static About of(JsonObject json) {
        return new About(
                json.getJsonNumber("length").longValueExact(),
                HexFormat.of().parseHex(json.getString("sha256")),
                json.getString("type"),
                Optional.ofNullable(json.getString("name", null)),
                HexFormat.of().parseHex(json.getString("nonce")),
                UUID.fromString(json.getString("receipt")));
    }

    About withoutFileName() {
        return new About(length, sha256, mediaType, Optional.empty(), nonce, receiptEntry);
    }

    /**
     * What the log keeps of the bytes: SHA-256 over a label, the nonce, the document's id and kind, its SHA-256 and its length. The log
     * outlives the document; the nonce does not.
     */
    public byte[] commitment(UUID document, String kind) {
        MessageDigest digest = sha256Digest();
        digest.update(RECEIVED.getBytes(StandardCharsets.US_ASCII));
        digest.update(nonce);
        digest.update((document + "\n" + kind + "\n" + length + "\n").getBytes(StandardCharsets.US_ASCII));
        return digest.digest(sha256);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
