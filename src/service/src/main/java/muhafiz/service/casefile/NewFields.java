package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/** Seals the fields of new rows, each row under a fresh leaf of its own. Within a transaction. */
@ApplicationScoped
class NewFields {
    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    NewFields(Keyring keyring, FieldSeal seal) {
        this.keyring = keyring;
        this.seal = seal;
    }

    SealedFields ofCase(UUID caseId, JsonObject shared, Shelf shelf) {
        return under(shelf, caseId, CaseFields.CASE, shared);
    }

    /** Nothing joins this person's cases yet; the leaf is there for what will. */
    SealedFields ofSubject(UUID subjectId, Shelf shelf) {
        return under(shelf, subjectId, CaseFields.SUBJECT, JsonObject.EMPTY_JSON_OBJECT);
    }

    SealedFields ofParty(UUID partyId, NewParty party, Shelf shelf) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        party.fields().forEach(fields::add);
        return under(shelf, partyId, CaseFields.PARTY, fields.build());
    }

    private SealedFields under(Shelf shelf, UUID owner, String part, JsonObject fields) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] sealed = seal.seal(key, new Place(owner, leaf, part), fields);
            keyring.create(leaf, key, shelf);
            return new SealedFields(leaf, sealed);
        }
    }

    /** What the parties of a case share. */
    static JsonObject shared(Caller caller, NewCase lodged, ApplicationNumber number, boolean filedLate) {
        JsonObjectBuilder shared = Json.createObjectBuilder().add(CaseFields.NUMBER, number.digits());
        caller.person().ifPresent(cabinet -> shared.add(CaseFields.CABINET, cabinet));
        lodged.form().ifPresent(form -> shared.add("form", form));
        lodged.language().ifPresent(language -> shared.add("language", language));
        lodged.externalNumber().ifPresent(external -> shared.add("externalNumber", external));
        lodged.term().map(Period::toString).ifPresent(term -> shared.add("term", term));
        lodged.feePaid().map(BigDecimal::toPlainString).ifPresent(fee -> shared.add("feePaid", fee));
        lodged.arrivedOn().map(LocalDate::toString).ifPresent(day -> shared.add("arrivedOn", day));
        if (filedLate) {
            shared.add(CaseFields.FILED_LATE, true);
        }
        return shared.build();
    }
}
