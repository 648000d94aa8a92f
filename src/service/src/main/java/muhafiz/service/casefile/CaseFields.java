package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;

/** Opens what is sealed in the rows of a case; within a transaction. */
@ApplicationScoped
public class CaseFields {
    static final String CASE = "case";
    static final String PARTY = "party";
    static final String SUBJECT = "subject";
    static final String NUMBER = "number";

    /** The cabinet id of the person who lodged the case through the portal. */
    static final String CABINET = "cabinet";

    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    CaseFields(Keyring keyring, FieldSeal seal) {
        this.keyring = keyring;
        this.seal = seal;
    }

    /** What the case's parties share: the number, the form, the cabinet of whoever lodged it. */
    public JsonObject of(CaseFile caseFile) {
        try (LeafKey key = keyring.open(caseFile.fields().leafId())) {
            Place place = new Place(caseFile.id(), caseFile.fields().leafId(), CASE);
            return seal.open(key, place, caseFile.fields().sealed());
        }
    }

    public JsonObject of(CaseParty party) {
        try (LeafKey key = keyring.open(party.fields().leafId())) {
            Place place = new Place(party.id(), party.fields().leafId(), PARTY);
            return seal.open(key, place, party.fields().sealed());
        }
    }

    public ApplicationNumber numberOf(CaseFile caseFile) {
        return ApplicationNumber.parse(of(caseFile).getString(NUMBER))
                .orElseThrow(() -> new IllegalStateException("a sealed case holds no number"));
    }
}
