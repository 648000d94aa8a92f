package muhafiz.proof.paper;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;

/**
 * The act of destruction: what was disposed of, by whose decision, and that the log says so. No names, no hashes of plaintext.
 *
 * @param frozen the list as it was approved, of which items may have dropped out and none can have joined
 * @param steps what was done, in its order
 * @param items what was disposed of, with the order of destruction that took it
 */
public record DestructionAct(Frozen frozen, List<Step> steps, List<Taken> items) {
    private static final String FORMAT = "muhafiz act of destruction v1";
    private static final String ENTRY = "act";

    public DestructionAct {
        steps = List.copyOf(steps);
        items = items.stream()
                .sorted(Comparator.comparing(taken -> taken.item().id().toString()))
                .toList();
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an act tells of something");
        }
    }

    /**
     * The list that was approved.
     *
     * @param digest as the approvals name it
     */
    public record Frozen(UUID disposition, LocalDate asOf, String digest) {}

    /**
     * One step.
     *
     * @param what code, such as {@code approved}
     * @param by a role, the hash of a package that was received, or the id of an order of destruction
     * @param at in whole seconds
     */
    public record Step(String what, String by, Instant at) {
        String line() {
            return what + " " + by + " " + at + "\n";
        }
    }

    /**
     * An item and the order of destruction that took it.
     *
     * @param isTransferred whether it was handed over before
     */
    public record Taken(DisposedItem item, UUID order, boolean isTransferred) {
        String line() {
            return (isTransferred ? "transferred " : "destroyed ") + order + " " + item.line();
        }
    }

    /** The text of the note that the log's key signs. */
    public String text() {
        String lines = items.stream().map(Taken::line).collect(Collectors.joining());
        return FORMAT + "\n"
                + frozen.disposition() + "\n"
                + frozen.asOf() + "\n"
                + frozen.digest() + "\n"
                + steps.stream().map(Step::line).collect(Collectors.joining())
                + "items " + items.size() + " " + DispositionList.sha256(lines) + "\n";
    }

    /** What the entry of the log names: SHA-256 of {@link #text()}, in lower-case hex. */
    public String digest() {
        return DispositionList.sha256(text());
    }

    /**
     * The act as it is handed out.
     *
     * @param note of {@link #text()}, with the signatures
     * @param proof the entry of the log that tells of it, under a checkpoint; empty once the log's term has struck it out
     */
    public record Signed(DestructionAct act, SignedNote note, Optional<Proof> proof) {
        /** An entry under a checkpoint, whose signatures are looked at elsewhere. */
        public record Proof(SignedNote checkpoint, ProvenEntry entry) {}

        /**
         * Checks that note, members and entry say the same; whether somebody trusted signed the note and the checkpoint was looked at
         * elsewhere.
         *
         * @throws BrokenEvidenceException that says what does not fit
         */
        public void requireWhole() {
            if (!note.text().equals(act.text())) {
                throw new BrokenEvidenceException("the note of the act does not say what its members say");
            }
            proof.ifPresent(this::requireTold);
        }

        private void requireTold(Proof shown) {
            shown.entry().requireIn(Checkpoint.parse(shown.checkpoint().text()));
            boolean isTold = shown.entry()
                    .inside()
                    .filter(inside -> act.digest().equals(inside.more().get(ENTRY)))
                    .isPresent();
            if (!isTold) {
                throw new BrokenEvidenceException(
                        "entry " + shown.entry().index() + " of the log does not tell of this act");
            }
        }

        public JsonObject json() {
            var steps = Json.writer().createArrayBuilder();
            act.steps().forEach(step -> steps.add(DestructionAct.json(step)));
            var items = Json.writer().createArrayBuilder();
            act.items().forEach(taken -> items.add(DestructionAct.json(taken)));
            var json = Json.writer()
                    .createObjectBuilder()
                    .add("format", FORMAT)
                    .add("disposition", act.frozen().disposition().toString())
                    .add("asOf", act.frozen().asOf().toString())
                    .add("digest", act.frozen().digest())
                    .add("steps", steps)
                    .add("items", items)
                    .add("note", note.asText());
            proof.ifPresent(shown -> json.add("checkpoint", shown.checkpoint().asText())
                    .add("entry", shown.entry().json()));
            return json.build();
        }
    }

    private static JsonObject json(Step step) {
        return Json.writer()
                .createObjectBuilder()
                .add("what", step.what())
                .add("by", step.by())
                .add("at", step.at().toString())
                .build();
    }

    private static JsonObject json(Taken taken) {
        return Json.writer()
                .createObjectBuilder(taken.item().json())
                .add("order", taken.order().toString())
                .add("transferred", taken.isTransferred())
                .build();
    }

    /**
     * Reads an act that may be anyone's; nothing is verified.
     *
     * @throws IllegalArgumentException when this is none
     */
    public static Signed parse(String json) {
        var form = new Form(Json.object(json));
        form.requireFormat(FORMAT);
        var frozen = new Frozen(form.id("disposition"), DisposedItem.day(form, "asOf"), form.text("digest"));
        var act = new DestructionAct(
                frozen,
                form.forms("steps").stream().map(DestructionAct::step).toList(),
                form.forms("items").stream().map(DestructionAct::taken).toList());
        return new Signed(act, SignedNote.parse(form.text("note")), proof(form));
    }

    private static Optional<Signed.Proof> proof(Form form) {
        return form.has("entry")
                ? Optional.of(new Signed.Proof(
                        SignedNote.parse(form.text("checkpoint")), ProvenEntry.of(form.member("entry"))))
                : Optional.empty();
    }

    private static Step step(Form form) {
        try {
            return new Step(form.text("what"), form.text("by"), Instant.parse(form.text("at")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("member at is not a time", e);
        }
    }

    private static Taken taken(Form form) {
        return new Taken(DisposedItem.of(form), form.id("order"), form.truth("transferred"));
    }
}
