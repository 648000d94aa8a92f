package muhafiz.proof.paper;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;

/**
 * That something was destroyed: what the archive says of an order, and the entries of the log that say the same.
 *
 * @param order id of the order of destruction
 * @param checkpoint the signed note under which the entries stand
 * @param parts the first, or both, in their order
 */
public record DestructionCertificate(UUID order, SignedNote checkpoint, List<Part> parts) {
    private static final String FORMAT = "muhafiz destruction certificate v1";

    public DestructionCertificate {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > 2) {
            throw new IllegalArgumentException("a certificate has one part or two, not " + parts.size());
        }
    }

    /**
     * One statement.
     *
     * @param number 1: every key was destroyed; 2: the last root was gone that reached one of them
     * @param at when, in whole seconds
     * @param entry of the log, with its inside
     */
    public record Part(int number, Instant at, ProvenEntry entry) {}

    /**
     * Checks the certificate against its checkpoint, whose signatures were looked at elsewhere.
     *
     * @throws BrokenEvidenceException that names the first part that the log does not say
     */
    public void requireProven() {
        var head = Checkpoint.parse(checkpoint.text());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            part.entry().requireIn(head);
            if (part.number() != i + 1 || !says(part)) {
                throw new BrokenEvidenceException(
                        "part " + (i + 1) + " is not what entry " + part.entry().index() + " of the log says");
            }
        }
    }

    private boolean says(Part part) {
        Map<String, String> more = part.entry()
                .inside()
                .orElseThrow(() -> new IllegalArgumentException("a certificate shows the inside of its entries"))
                .more();
        return order.toString().equals(more.get("order"))
                && Integer.toString(part.number()).equals(more.get("part"))
                && part.entry().leaf().publicPart().epochSecond() == part.at().getEpochSecond();
    }

    public JsonObject json() {
        var listed = Json.writer().createArrayBuilder();
        parts.forEach(part -> listed.add(Json.writer()
                .createObjectBuilder()
                .add("part", part.number())
                .add("at", part.at().toString())
                .add("entry", part.entry().json())));
        return Json.writer()
                .createObjectBuilder()
                .add("format", FORMAT)
                .add("order", order.toString())
                .add("checkpoint", checkpoint.asText())
                .add("parts", listed)
                .build();
    }

    /**
     * Reads a certificate that may be anyone's; nothing is verified.
     *
     * @throws IllegalArgumentException when this is none
     */
    public static DestructionCertificate parse(String json) {
        var form = new Form(Json.object(json));
        form.requireFormat(FORMAT);
        return new DestructionCertificate(
                form.id("order"),
                SignedNote.parse(form.text("checkpoint")),
                form.forms("parts").stream().map(DestructionCertificate::part).toList());
    }

    private static Part part(Form form) {
        try {
            return new Part(form.small("part"), Instant.parse(form.text("at")), ProvenEntry.of(form.member("entry")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("member at is not a time", e);
        }
    }
}
