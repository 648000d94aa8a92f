package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.inspect.Findings;
import muhafiz.service.keys.Keyring;
import muhafiz.service.malware.Scanner;

/** Tells a person of one document; nothing of what is in it where it speaks of others, too. In the caller's transaction. */
@ApplicationScoped
class AnswerDocument {
    private static final String OTHERS = "RG-OTHERS";
    private static final String ORIGIN = "RG-ORIGIN";
    private static final String LEFT_OUT = "leftOut";
    private static final String QUARANTINED = "quarantined";

    private final Keyring keyring;
    private final DocumentSeal seal;
    private final RedactionSeal redactions;
    private final Scanner scanner;

    @Inject
    AnswerDocument(Keyring keyring, DocumentSeal seal, RedactionSeal redactions, Scanner scanner) {
        this.scanner = scanner;
        this.keyring = keyring;
        this.seal = seal;
        this.redactions = redactions;
    }

    /**
     * A document as it is told.
     *
     * @param concerned everybody whom it concerns
     * @param name of its bytes in the answer; empty where they are not in it
     * @param drawn what goes out in its place
     */
    record Told(
            Document document,
            Set<UUID> concerned,
            JsonObject json,
            Optional<String> name,
            Optional<RedactionRows.Row> drawn) {
        boolean isLeftOut() {
            return json.containsKey(LEFT_OUT);
        }

        boolean isOthers() {
            return json.getString(LEFT_OUT, "").equals(OTHERS);
        }

        boolean isWithheld() {
            return json.getString(LEFT_OUT, "").equals(ORIGIN);
        }
    }

    /**
     * @param isOwn whether it concerns the person and nobody else
     * @param scope whether its bytes and what was read in them belong to the answer, and what was drawn of it
     */
    Told tell(Document document, Set<UUID> concerned, boolean isOwn, AnswerScope scope) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", document.id().toString())
                .add("kind", document.kind())
                .add("class", document.recordClass())
                .add("state", document.state().code())
                .add("receivedAt", document.receivedAt().toString());
        AnswerCase.provenance(json, document.provenance());
        AnswerCase.retention(json, document.end().rule(), document.end().date().map(Object::toString));
        boolean isSafe = document.state() != DocumentState.QUARANTINED && !scanner.isDue(document);
        Optional<RedactionRows.Row> drawn =
                Optional.ofNullable(scope.redacted().get(document.id())).filter(row -> scope.isWhole() && isSafe);
        Optional<String> name = drawn.map(row -> redacted(row, json));
        if (scope.isWhole() && name.isEmpty() && isOwn && isSafe) {
            name = Optional.of(opened(document, json));
        }
        if (scope.isWhole() && name.isEmpty()) {
            json.add(LEFT_OUT, isOwn ? QUARANTINED : OTHERS);
        }
        return new Told(document, concerned, json.build(), name, drawn);
    }

    /** Adds what is drawn of it, and nothing that was read in the original. @return the name of its bytes */
    private String redacted(RedactionRows.Row row, JsonObjectBuilder json) {
        try (LeafKey key = keyring.open(row.leaf())) {
            RedactionSeal.About about = redactions.about(key, row);
            String name = "documents/" + row.document() + "-redacted.pdf";
            json.add("file", name)
                    .add("mediaType", "application/pdf")
                    .add("size", about.length())
                    .add(
                            "redacted",
                            Json.createObjectBuilder()
                                    .add("ground", row.ground())
                                    .add("sha256", about.sha256())
                                    .add("pages", about.pages()));
            return name;
        }
    }

    /** That there is one, and until when; its kind would tell what is kept secret. */
    Told withhold(Document document, Set<UUID> concerned) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", document.id().toString())
                .add("class", document.recordClass())
                .add("receivedAt", document.receivedAt().toString());
        AnswerCase.retention(json, document.end().rule(), document.end().date().map(Object::toString));
        json.add(LEFT_OUT, ORIGIN);
        return new Told(document, concerned, json.build(), Optional.empty(), Optional.empty());
    }

    /** Adds what is sealed of it. @return the name of its bytes */
    private String opened(Document document, JsonObjectBuilder json) {
        try (LeafKey key = keyring.open(document.leafId())) {
            About about = seal.about(key, document);
            String name = "documents/" + document.id() + "." + ending(about.mediaType());
            json.add("file", name)
                    .add("mediaType", about.mediaType())
                    .add("size", about.length())
                    .add("sha256", HexFormat.of().formatHex(about.sha256()));
            about.fileName().ifPresent(given -> json.add("sentAs", given));
            seal.findings(key, document).ifPresent(findings -> {
                json.add("metadata", Fields.texts(Findings.metadata(findings)));
                JsonObjectBuilder read = Json.createObjectBuilder();
                Findings.raw(findings).forEach((term, values) -> read.add(term, Json.createArrayBuilder(values)));
                json.add("findings", read);
            });
            return name;
        }
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/jpeg" -> "jpg";
            case "image/png" -> "png";
            case "image/tiff" -> "tif";
            default -> "bin";
        };
    }
}
