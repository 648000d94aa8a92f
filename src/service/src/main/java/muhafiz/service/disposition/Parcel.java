package muhafiz.service.disposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.parcel.Receiver;

/**
 * What is handed over, as one stream: a bag in a ZIP, encrypted to its receiver while it is read. Nothing of it rests anywhere. One thread,
 * once.
 */
public final class Parcel {
    private final Receiver receiver;
    private final Shipment shipment;
    private final ParcelContents contents;
    private final BiConsumer<String, Long> sent;

    /** @param sent is told SHA-256 in lower-case hex and length of what was sent, once all of it was */
    Parcel(Receiver receiver, Shipment shipment, ParcelContents contents, BiConsumer<String, Long> sent) {
        this.receiver = receiver;
        this.shipment = shipment;
        this.contents = contents;
        this.sent = sent;
    }

    /**
     * What goes, and when that was said.
     *
     * @param id of the disposition or export
     * @param cases those that are described, besides the documents
     */
    record Shipment(UUID id, Instant at, LocalDate day, List<Paper> papers, Set<UUID> cases) {}

    /** A document, and the rule under which it was kept. */
    record Paper(UUID id, UUID caseFile, String rule) {}

    /**
     * Writes all of it.
     *
     * @throws IntegrityException where a document is not what was sealed
     */
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest digest = Bag.sha256();
        CountingOutput counting = new CountingOutput(new DigestOutputStream(out, digest));
        try (OutputStream sealing = receiver.encryptTo(counting)) {
            pack(sealing);
        }
        counting.flush();
        sent.accept(HexFormat.of().formatHex(digest.digest()), counting.count());
    }

    private void pack(OutputStream out) throws IOException {
        Bag bag = new Bag(shipment.id().toString(), out);
        List<Premis.Kept> kept = new ArrayList<>();
        for (Paper paper : shipment.papers()) {
            kept.add(document(bag, paper));
        }
        for (UUID id : new TreeSet<>(shipment.cases())) {
            byte[] bytes = contents.caseFile(id);
            bag.add(id + "/case.json", file -> file.write(bytes));
        }
        bag.add("inventory.csv", file -> file.write(inventory(kept).getBytes(StandardCharsets.UTF_8)));
        bag.add(
                "premis.xml",
                file -> Premis.write(file, new Premis.Event(shipment.id().toString(), shipment.at()), kept));
        bag.finish(
                Map.of(
                        "Source-Organization",
                        "Muhafiz",
                        "External-Identifier",
                        shipment.id().toString()),
                shipment.day());
    }

    private Premis.Kept document(Bag bag, Paper paper) throws IOException {
        UUID id = paper.id();
        String path = paper.caseFile() + "/" + id;
        try (ParcelContents.Opened opened = contents.open(id)) {
            String hash = bag.add(path, opened::writeTo);
            if (!hash.equals(HexFormat.of().formatHex(opened.about().sha256()))) {
                throw new IntegrityException("a document that is handed over is not what was received");
            }
            return new Premis.Kept(
                    id.toString(),
                    "data/" + path,
                    hash,
                    opened.about().length(),
                    opened.about().mediaType(),
                    paper.rule());
        }
    }

    /** RFC 4180; every value is a code, an id or a number. */
    private static String inventory(List<Premis.Kept> kept) {
        StringBuilder lines = new StringBuilder("document,path,sha256,bytes,type,rule\r\n");
        kept.forEach(file -> lines.append(String.join(
                        ",",
                        file.id(),
                        file.path(),
                        file.sha256(),
                        Long.toString(file.size()),
                        file.mediaType(),
                        file.rule()))
                .append("\r\n"));
        return lines.toString();
    }
}
