package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.Payment;
import muhafiz.domain.document.Document;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;

/** What was paid for a case, each payment sealed under the leaf of the document that it is; in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaidFees {
    private static final String PART = "payment";

    private final Statements sql;
    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    PaidFees(DataSource database, Keyring keyring, FieldSeal seal) {
        this.sql = new Statements(database);
        this.keyring = keyring;
        this.seal = seal;
    }

    /** A payment, and the document that it is. */
    public record Paid(UUID document, Payment payment) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(UUID document, UUID leaf, byte[] sealed) {}

    public void add(Document.Identity document, LeafKey key, Payment payment) {
        sql.change(
                "insert into archive.payment (document_id, case_id, leaf_id, sealed) values (?, ?, ?, ?)",
                document.id(),
                document.caseId(),
                document.leafId(),
                seal.seal(key, place(document.id(), document.leafId()), json(payment)));
    }

    /** In no order; what was forgotten meanwhile is left out. */
    public List<Paid> of(UUID caseFile) {
        return sql
                .all(
                        "select document_id, leaf_id, sealed from archive.payment where case_id = ?",
                        row -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)),
                        caseFile)
                .stream()
                .flatMap(this::opened)
                .toList();
    }

    private Stream<Paid> opened(Row row) {
        try (LeafKey key = keyring.open(row.leaf())) {
            JsonObject json = seal.open(key, place(row.document(), row.leaf()), row.sealed());
            return Stream.of(new Paid(row.document(), payment(json)));
        } catch (ForgottenException beingDestroyed) {
            return Stream.empty();
        }
    }

    /** Takes off what was paid, with its document. */
    public void forget(UUID document) {
        sql.change("delete from archive.payment where document_id = ?", document);
    }

    /** As it is written down, in the document too. */
    public static JsonObject json(Payment payment) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("amount", payment.amount())
                .add("currency", "AZN")
                .add("paidAt", payment.paidAt().toString())
                .add("via", payment.via())
                .add("reference", payment.reference());
        payment.term().ifPresent(term -> json.add("term", term.toString()));
        return json.build();
    }

    private static Payment payment(JsonObject json) {
        BigDecimal amount = json.getJsonNumber("amount").bigDecimalValue();
        return new Payment(
                amount,
                Optional.ofNullable(json.getString("term", null)).map(Period::parse),
                Instant.parse(json.getString("paidAt")),
                json.getString("via"),
                json.getString("reference"));
    }

    private static FieldSeal.Place place(UUID document, UUID leaf) {
        return new FieldSeal.Place(document, leaf, PART);
    }
}
