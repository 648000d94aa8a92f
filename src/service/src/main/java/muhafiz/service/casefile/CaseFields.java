package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseEvent;
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
    private static final String EVENT = "event";
    private static final String CARD = "card";
    static final String NUMBER = "number";

    /** What an imported case was called before. */
    static final String OLD_NUMBER = "oldNumber";

    /** The cabinet id of the person who lodged the case through the portal. */
    static final String CABINET = "cabinet";

    /** That it came later than its service wants it; nothing where it did not. */
    static final String FILED_LATE = "filedLate";

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

    /** Seals the number of the new card into the event that it was given. */
    void sealCard(CaseFile file, CaseEvent event, String number) {
        try (LeafKey key = keyring.open(file.fields().leafId())) {
            event.tell(seal.seal(
                    key,
                    new Place(event.id(), file.fields().leafId(), EVENT),
                    Json.createObjectBuilder().add(CARD, number).build()));
        }
    }

    /** The number of the new card, of an event that one was given. */
    Optional<String> cardOf(CaseFile file, CaseEvent event) {
        return event.more().map(more -> {
            try (LeafKey key = keyring.open(file.fields().leafId())) {
                return seal.open(key, new Place(event.id(), file.fields().leafId(), EVENT), more)
                        .getString(CARD);
            }
        });
    }

    /** The fields of several parties, by the party's id; whoever was forgotten meanwhile is left out. */
    public Map<UUID, Map<String, String>> of(Collection<CaseParty> parties) {
        Map<UUID, CaseParty> byLeaf = new HashMap<>();
        parties.forEach(party -> byLeaf.put(party.fields().leafId(), party));
        Map<UUID, Map<String, String>> opened = new HashMap<>();
        keyring.lend(byLeaf.keySet(), (leaf, key) -> {
            CaseParty party = Objects.requireNonNull(byLeaf.get(leaf));
            Place place = new Place(party.id(), leaf, PARTY);
            opened.put(party.id(), texts(seal.open(key, place, party.fields().sealed())));
        });
        return opened;
    }

    /** By what several cases are found besides their parties, by the case's id: the number, and the cabinet that lodged it. */
    Map<UUID, Set<Sign>> signsOf(Collection<CaseFile> files) {
        Map<UUID, CaseFile> byLeaf = new HashMap<>();
        files.forEach(file -> byLeaf.put(file.fields().leafId(), file));
        Map<UUID, Set<Sign>> signs = new HashMap<>();
        keyring.lend(byLeaf.keySet(), (leaf, key) -> {
            CaseFile file = Objects.requireNonNull(byLeaf.get(leaf));
            Place place = new Place(file.id(), leaf, CASE);
            JsonObject shared = seal.open(key, place, file.fields().sealed());
            signs.put(
                    file.id(),
                    Sign.ofShared(
                            number(shared),
                            Optional.ofNullable(shared.getString(CABINET, null)),
                            Optional.ofNullable(shared.getString(OLD_NUMBER, null))));
        });
        return signs;
    }

    private static Map<String, String> texts(JsonObject fields) {
        Map<String, String> texts = new TreeMap<>();
        fields.keySet().forEach(name -> texts.put(name, fields.getString(name)));
        return texts;
    }

    /** The cabinet of whoever lodged the case through the portal. */
    public Optional<String> cabinetOf(CaseFile caseFile) {
        return Optional.ofNullable(of(caseFile).getString(CABINET, null));
    }

    public ApplicationNumber numberOf(CaseFile caseFile) {
        return number(of(caseFile));
    }

    private static ApplicationNumber number(JsonObject fields) {
        return ApplicationNumber.parse(fields.getString(NUMBER))
                .orElseThrow(() -> new IllegalStateException("a sealed case holds no number"));
    }
}
