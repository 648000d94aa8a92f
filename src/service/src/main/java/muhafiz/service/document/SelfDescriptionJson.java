package muhafiz.service.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document.Filing;

/**
 * A self-description as JSON, with names of one letter, as there is little room. Ids and hashes are base64url; the persons' ids stand in
 * one row.
 *
 * <pre>
 * p part     c case       s persons    k kind       r record class   w way (channel)   f from (source)
 * u purpose  b basis      v policy version          t received, milliseconds since 1970 o replaces (old)
 * e events   i receipt    l length     h SHA-256    m media type     x nonce           n file name
 * z SHA-256 of the ciphertext
 * </pre>
 */
final class SelfDescriptionJson {
    private static final int ID = 16;

    private SelfDescriptionJson() {}

    static JsonObject of(SelfDescription what) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("p", what.part())
                .add("c", text(ids(Set.of(what.caseId()))))
                .add("s", text(ids(what.persons())))
                .add("i", text(ids(Set.of(what.about().receiptEntry()))))
                .add("z", text(what.sealedSha256()));
        filing(json, what.filing());
        about(json, what.about());
        if (!what.events().isEmpty()) {
            JsonObjectBuilder events = Json.createObjectBuilder();
            what.events().forEach((type, on) -> events.add(type, on.toString()));
            json.add("e", events);
        }
        return json.build();
    }

    private static void filing(JsonObjectBuilder json, Filing filing) {
        Provenance provenance = filing.provenance();
        json.add("k", filing.kind())
                .add("r", filing.recordClass())
                .add("w", provenance.channel())
                .add("f", provenance.source())
                .add("u", provenance.purpose())
                .add("b", provenance.basis())
                .add("v", provenance.policyVersion())
                .add("t", filing.receivedAt().toEpochMilli());
        filing.replaces().ifPresent(old -> json.add("o", text(ids(Set.of(old)))));
    }

    private static void about(JsonObjectBuilder json, About about) {
        json.add("l", about.length())
                .add("h", text(about.sha256()))
                .add("m", about.mediaType())
                .add("x", text(about.nonce()));
        about.fileName().ifPresent(name -> json.add("n", name));
    }

    static SelfDescription read(JsonObject json) {
        return new SelfDescription(
                json.getString("p"),
                id(json.getString("c")),
                idsOf(json.getString("s")),
                filing(json),
                events(json),
                about(json),
                bytes(json.getString("z")));
    }

    private static Filing filing(JsonObject json) {
        Provenance provenance = new Provenance(
                json.getString("w"), json.getString("f"), json.getString("u"), json.getString("b"), json.getInt("v"));
        return new Filing(
                json.getString("k"),
                json.getString("r"),
                provenance,
                Instant.ofEpochMilli(json.getJsonNumber("t").longValueExact()),
                Optional.ofNullable(json.getString("o", null)).map(SelfDescriptionJson::id));
    }

    private static About about(JsonObject json) {
        return new About(
                json.getJsonNumber("l").longValueExact(),
                bytes(json.getString("h")),
                json.getString("m"),
                Optional.ofNullable(json.getString("n", null)),
                bytes(json.getString("x")),
                id(json.getString("i")));
    }

    private static Map<String, LocalDate> events(JsonObject json) {
        Map<String, LocalDate> events = new TreeMap<>();
        if (json.containsKey("e")) {
            JsonObject dated = json.getJsonObject("e");
            dated.keySet().forEach(type -> events.put(type, LocalDate.parse(dated.getString(type))));
        }
        return events;
    }

    private static byte[] ids(Set<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * ID);
        ids.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return bytes.array();
    }

    private static Set<UUID> idsOf(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(text));
        Set<UUID> ids = new TreeSet<>();
        while (bytes.remaining() >= ID) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return ids;
    }

    private static UUID id(String text) {
        return idsOf(text).iterator().next();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
