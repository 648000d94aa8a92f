package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.Validity;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.Keyring;

/** Keeps what was said of a certificate's validity, sealed under the document's leaf: each word a row, the newest counts. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Validities {
    private static final String PART = "validity";
    private static final String VALID = "valid";
    private static final String UNTIL = "until";

    private final Statements sql;
    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    Validities(DataSource database, Keyring keyring, FieldSeal seal) {
        this.sql = new Statements(database);
        this.keyring = keyring;
        this.seal = seal;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(UUID id, byte[] sealed) {}

    public void add(Document document, Validity validity) {
        JsonObjectBuilder json = Json.createObjectBuilder().add(VALID, validity.isValid());
        validity.until().ifPresent(day -> json.add(UNTIL, day.toString()));
        UUID id = Randoms.id();
        try (LeafKey key = keyring.open(document.leafId())) {
            byte[] bytes = seal.seal(key, place(document, id), json.build());
            sql.change("""
                    insert into archive.document_validity (document_id, number, id, sealed)
                    select d.id, (select coalesce(max(v.number), 0) + 1 from archive.document_validity v
                            where v.document_id = d.id), ?, ?
                    from archive.document d where d.id = ? for share of d""", id, bytes, document.id());
        }
    }

    /** The newest word; empty where nothing was said yet. */
    public Optional<Validity> of(Document document) {
        return sql.first(
                        "select id, sealed from archive.document_validity where document_id = ? order by number desc limit 1",
                        row -> new Row(row.getObject(1, UUID.class), row.getBytes(2)),
                        document.id())
                .map(row -> opened(document, row));
    }

    private Validity opened(Document document, Row row) {
        try (LeafKey key = keyring.open(document.leafId())) {
            JsonObject json = seal.open(key, place(document, row.id()), row.sealed());
            return json.getBoolean(VALID) ? Validity.until(LocalDate.parse(json.getString(UNTIL))) : Validity.none();
        }
    }

    private static FieldSeal.Place place(Document document, UUID id) {
        return new FieldSeal.Place(document.id(), id, PART);
    }
}
