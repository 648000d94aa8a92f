package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.FormChoice;
import muhafiz.domain.document.Original;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.Keyring;

/** Keeps what people said of a document after it came, sealed under its leaf: each word a row, none is changed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Words {
    private static final String KIND = "kind";

    private final Statements sql;
    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    Words(DataSource database, Keyring keyring, FieldSeal seal) {
        this.sql = new Statements(database);
        this.keyring = keyring;
        this.seal = seal;
    }

    private enum About {
        ORIGINAL,
        CLASSIFICATION,
        CHOICE;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(UUID id, byte[] sealed) {}

    /** That the original was shown, or is to be. */
    public void add(Document document, Original original) {
        add(
                document,
                About.ORIGINAL,
                Json.createObjectBuilder()
                        .add("certified", original.isCertified())
                        .add("place", original.place())
                        .add("by", original.by())
                        .add("on", original.on().toString())
                        .build());
    }

    /** The newest word about its original; empty where none was said. */
    public Optional<Original> original(Document document) {
        List<JsonObject> said = of(document, About.ORIGINAL);
        return said.isEmpty() ? Optional.empty() : Optional.of(original(said.get(said.size() - 1)));
    }

    private static Original original(JsonObject said) {
        return new Original(
                said.getBoolean("certified"),
                said.getString("place"),
                said.getString("by"),
                LocalDate.parse(said.getString("on")));
    }

    /** That it will be filed otherwise; said while it is still filed as before. */
    public void addFiling(Document document, String reason) {
        add(
                document,
                About.CLASSIFICATION,
                Json.createObjectBuilder()
                        .add(KIND, document.kind())
                        .add("case", document.caseId().toString())
                        .add("reason", reason)
                        .build());
    }

    /** The kind under which it came. */
    public String cameAs(Document document) {
        return of(document, About.CLASSIFICATION).stream()
                .findFirst()
                .map(first -> first.getString(KIND))
                .orElseGet(document::kind);
    }

    /** That the applicant chose between the form and the document. */
    public void add(Document document, FormChoice choice) {
        add(
                document,
                About.CHOICE,
                Json.createObjectBuilder()
                        .add("field", choice.field())
                        .add("document", choice.takesDocument())
                        .add("formSaid", choice.form())
                        .add("documentSaid", choice.document())
                        .add("at", choice.at().toString())
                        .build());
    }

    /** Oldest first. */
    public List<FormChoice> choices(Document document) {
        return of(document, About.CHOICE).stream()
                .map(said -> new FormChoice(
                        said.getString("field"),
                        said.getBoolean("document"),
                        said.getString("formSaid"),
                        said.getString("documentSaid"),
                        Instant.parse(said.getString("at"))))
                .toList();
    }

    /** Of a document that is gone nothing is kept. */
    private void add(Document document, About about, JsonObject said) {
        UUID id = Randoms.id();
        try (LeafKey key = keyring.open(document.leafId())) {
            sql.change("""
                    insert into archive.document_word (document_id, number, id, what, sealed)
                    select d.id, (select coalesce(max(w.number), 0) + 1 from archive.document_word w
                            where w.document_id = d.id), ?, ?, ?
                    from archive.document d where d.id = ? for share of d""", id, about.code(), seal.seal(key, place(document, id), said), document.id());
        }
    }

    /** Oldest first. */
    private List<JsonObject> of(Document document, About about) {
        List<Row> rows = sql.all(
                "select id, sealed from archive.document_word where document_id = ? and what = ? order by number",
                row -> new Row(row.getObject(1, UUID.class), row.getBytes(2)),
                document.id(),
                about.code());
        if (rows.isEmpty()) {
            return List.of();
        }
        try (LeafKey key = keyring.open(document.leafId())) {
            return rows.stream()
                    .map(row -> seal.open(key, place(document, row.id()), row.sealed()))
                    .toList();
        }
    }

    private static FieldSeal.Place place(Document document, UUID id) {
        return new FieldSeal.Place(document.id(), id, "word");
    }
}
