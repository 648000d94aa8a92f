package muhafiz.service.disclosure;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import muhafiz.crypto.IntegrityException;
import muhafiz.paper.CoverSheet;
import muhafiz.service.disclosure.DisclosureView.Paper;
import muhafiz.service.disposition.Bag;
import muhafiz.service.disposition.CountingOutput;
import muhafiz.service.disposition.ParcelContents;

/**
 * What one recipient gets, as one stream: a bag (RFC 8493) in a ZIP with a cover sheet that names the recipient, the documents, the values of
 * the agreed fields and a manifest; encrypted while it is read. Nothing of it rests anywhere. One thread, once.
 */
public final class DisclosurePackage {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf",
            ".pdf",
            "image/jpeg",
            ".jpg",
            "image/png",
            ".png",
            "text/plain",
            ".txt",
            "message/rfc822",
            ".eml");

    private final DisclosureTurn.Going going;
    private final ParcelContents contents;
    private final Instant now;
    private final BooleanSupplier isOpen;
    private final Consumer<Sent> sent;
    private final Map<String, Listed> files = new LinkedHashMap<>();

    /**
     * @param isOpen asked before each document
     * @param sent is told once all of it was sent
     */
    DisclosurePackage(
            DisclosureTurn.Going going,
            ParcelContents contents,
            Instant now,
            BooleanSupplier isOpen,
            Consumer<Sent> sent) {
        this.going = going;
        this.contents = contents;
        this.now = now;
        this.isOpen = isOpen;
        this.sent = sent;
    }

    /** What was sent: its hash in lower-case hex, its length encrypted, and the manifest that is in it. */
    record Sent(String sha256, long bytes, JsonObject manifest) {}

    private record Listed(String sha256, long bytes, String type) {}

    /**
     * Writes all of it.
     *
     * @throws IntegrityException where a document is not what was sealed
     * @throws IOException where it was called back meanwhile, too
     */
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest digest = Bag.sha256();
        CountingOutput counting = new CountingOutput(new DigestOutputStream(out, digest));
        JsonObject manifest;
        try (OutputStream sealing = going.receiver().encryptTo(counting)) {
            manifest = pack(sealing);
        }
        counting.flush();
        sent.accept(new Sent(HexFormat.of().formatHex(digest.digest()), counting.count(), manifest));
    }

    private JsonObject pack(OutputStream out) throws IOException {
        String id = going.view().id().toString();
        Bag bag = new Bag(id, out);
        add(bag, "recipient.pdf", "application/pdf", cover());
        if (!going.view().register().fields().isEmpty()) {
            add(bag, "fields.json", "application/json", bytes(going.fields()));
        }
        for (Paper paper : DisclosurePicture.leaving(going.view().register())) {
            if (!isOpen.getAsBoolean()) {
                throw new IOException("the disclosure was called back while it was sent");
            }
            document(bag, paper);
        }
        JsonObject manifest = manifest();
        bag.add("manifest.json", file -> file.write(bytes(manifest)));
        bag.finish(
                Map.of("Source-Organization", "Muhafiz", "External-Identifier", id),
                now.atOffset(ZoneOffset.UTC).toLocalDate());
        return manifest;
    }

    private void add(Bag bag, String path, String type, byte[] bytes) throws IOException {
        String hash = bag.add(path, file -> file.write(bytes));
        files.put(path, new Listed(hash, bytes.length, type));
    }

    private void document(Bag bag, Paper paper) throws IOException {
        try (ParcelContents.Opened opened = contents.open(paper.id())) {
            String type = opened.about().mediaType();
            String path = "documents/" + paper.id() + ENDINGS.getOrDefault(type, "");
            String hash = bag.add(path, opened::writeTo);
            if (!hash.equals(HexFormat.of().formatHex(opened.about().sha256()))) {
                throw new IntegrityException("a document that is given out is not what was received");
            }
            files.put(path, new Listed(hash, opened.about().length(), type));
        }
    }

    private JsonObject manifest() {
        DisclosureView view = going.view();
        JsonArrayBuilder listed = RegisterText.JSON.createArrayBuilder();
        files.forEach((path, file) -> listed.add(RegisterText.JSON
                .createObjectBuilder()
                .add("path", path)
                .add("sha256", file.sha256())
                .add("bytes", file.bytes())
                .add("type", file.type())));
        return RegisterText.JSON
                .createObjectBuilder()
                .add("disclosure", view.id().toString())
                .add("ground", view.ground())
                .add("recipient", RegisterText.texts(recipient()))
                .add("basis", RegisterText.texts(view.register().basis()))
                .add("fields", RegisterText.texts(view.register().fields()))
                .add("made", now.toString())
                .add("expires", view.times().until().toString())
                .add("files", listed)
                .build();
    }

    private Map<String, String> recipient() {
        Map<String, String> recipient = new TreeMap<>(going.view().register().recipient());
        recipient.remove("certificate");
        return recipient;
    }

    private byte[] cover() {
        DisclosureView view = going.view();
        return CoverSheet.of(new CoverSheet.Handover(
                view.id(),
                view.register().recipient().getOrDefault("name", ""),
                view.register().recipient().getOrDefault("country", ""),
                view.ground(),
                view.times().proposedAt(),
                view.times().until()));
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
