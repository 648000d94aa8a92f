package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.Statements;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.keys.Shelf;

/**
 * Changes what a case says of a person: under a new leaf, the old fields kept under theirs, and found by what is said now. In the caller's
 * transaction, the case's row held.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PartyCorrection {
    private static final Set<String> CONTACTS = Set.of("email", "phone");
    private static final String VERIFIED = "contactVerifiedOn";

    private final CaseRows rows;
    private final CaseFields fields;
    private final NewFields sealing;
    private final NumberIndex index;
    private final DocumentRows documents;
    private final Statements sql;
    private final InstantSource clock;

    @Inject
    PartyCorrection(
            CaseRows rows,
            CaseFields fields,
            NewFields sealing,
            NumberIndex index,
            DocumentRows documents,
            DataSource database,
            InstantSource clock) {
        this.rows = rows;
        this.fields = fields;
        this.sealing = sealing;
        this.index = index;
        this.documents = documents;
        this.sql = new Statements(database);
        this.clock = clock;
    }

    /**
     * What is corrected.
     *
     * @param field one of {@link NewParty#FIELDS}
     * @param evidence a document of the case that shows it
     * @param by the account that corrects it
     */
    public record Change(String field, String value, UUID evidence, String by) {}

    /**
     * Corrects one field.
     *
     * @throws RefusedException {@code malformed} where the field takes no such value, or the evidence is no document of the case
     */
    public void correct(CaseFile file, CaseParty party, Change change) {
        if (change.field().equals(VERIFIED)) {
            throw new RefusedException(
                    Refusal.MALFORMED, "a contact is verified, not corrected to be", Map.of("member", "field"));
        }
        if (documents.ofCase(file.id()).stream().noneMatch(one -> one.id().equals(change.evidence()))) {
            throw new RefusedException(
                    Refusal.MALFORMED, "evidence is a document of the case", Map.of("member", "evidence"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        NewParty corrected = new NewParty(party.role(), with(fields.of(party), change));
        index.remove(List.of(file));
        keepOld(file, party, change, now);
        SealedFields fresh = sealing.ofParty(party.id(), corrected, Shelf.of(file.recordClass(), now));
        party.corrected(fresh);
        rows.flush();
        index.again(file);
    }

    /** A contact that is another now was verified by nobody. */
    private static Map<String, String> with(JsonObject old, Change change) {
        Map<String, String> now = new TreeMap<>();
        old.keySet().forEach(name -> now.put(name, old.getString(name)));
        now.put(change.field(), change.value());
        if (CONTACTS.contains(change.field())) {
            now.remove(VERIFIED);
        }
        return now;
    }

    private void keepOld(CaseFile file, CaseParty party, Change change, Instant now) {
        sql.change(
                """
                insert into archive.party_version (leaf_id, party_id, case_id, sealed, corrected_at, corrected_by, evidence)
                values (?, ?, ?, ?, ?, ?, ?)""",
                party.fields().leafId(),
                party.id(),
                file.id(),
                party.fields().sealed(),
                now,
                change.by(),
                change.evidence());
    }
}
