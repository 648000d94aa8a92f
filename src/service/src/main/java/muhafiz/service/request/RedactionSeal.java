package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.crypto.seal.Sealer;
import muhafiz.crypto.seal.Tally;
import muhafiz.inspect.Redaction;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;

/** Seals what was drawn anew, each under a leaf of its own, in memory: it has at most 8 MiB. */
@ApplicationScoped
class RedactionSeal {
    private static final String ABOUT = "redaction-about";
    private static final String CONTENT = "redaction";

    private final FieldSeal seal;

    @Inject
    RedactionSeal(FieldSeal seal) {
        this.seal = seal;
    }

    /**
     * What is known of the bytes; kept sealed.
     *
     * @param length in bytes
     * @param sha256 in hex
     * @param pages drawn
     * @param marks areas and words that were taken off
     */
    record About(long length, String sha256, int pages, int marks) {
        JsonObject json() {
            return Json.createObjectBuilder()
                    .add("length", length)
                    .add("sha256", sha256)
                    .add("pages", pages)
                    .add("marks", marks)
                    .build();
        }

        static About of(JsonObject json) {
            return new About(
                    json.getJsonNumber("length").longValueExact(),
                    json.getString("sha256"),
                    json.getInt("pages"),
                    json.getInt("marks"));
        }
    }

    /** Sealed under this key, which the caller closes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Sealed(About about, byte[] aboutSealed, byte[] content) {}

    Sealed seal(LeafKey key, UUID id, UUID leaf, Redaction.Made made, int marks) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            Tally tally = Sealer.seal(
                    key,
                    seal.contextOf(new Place(id, leaf, CONTENT)),
                    new ByteArrayInputStream(made.pdf()),
                    (index, segment) -> segment.writeTo(content));
            About about = new About(tally.length(), HexFormat.of().formatHex(tally.sha256()), made.pages(), marks);
            return new Sealed(about, seal.seal(key, new Place(id, leaf, ABOUT), about.json()), content.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    About about(LeafKey key, RedactionRows.Row row) {
        return About.of(seal.open(key, new Place(row.id(), row.leaf(), ABOUT), row.about()));
    }

    Opener opener(LeafKey key, RedactionRows.Row row, About about, byte[] content) {
        SealedLength length = new SealedLength(content.length);
        return new Opener(
                key,
                seal.contextOf(new Place(row.id(), row.leaf(), CONTENT)),
                about.length(),
                content.length,
                (segment, offset, size) -> {
                    int from = Math.toIntExact(start(length, segment) + offset);
                    return Arrays.copyOfRange(content, from, from + size);
                });
    }

    private static long start(SealedLength length, int segment) {
        long start = 0;
        for (int before = 0; before < segment; before++) {
            start += length.segmentLength(before);
        }
        return start;
    }
}
