package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/** For whom a notice is and what it says, sealed under a leaf of its own. In the caller's transaction. */
@ApplicationScoped
class NoticeSeal {
    private static final String PART = "notice";

    private final Keyring keyring;
    private final FieldSeal seal;
    private final InstantSource clock;

    @Inject
    NoticeSeal(Keyring keyring, FieldSeal seal, InstantSource clock) {
        this.keyring = keyring;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * What is sealed.
     *
     * @param party of the case it is about; empty where the contact stands here
     */
    record Inside(Optional<UUID> party, Contact contact, Set<UUID> persons, Map<String, String> facts) {}

    SealedFields seal(UUID notice, Inside inside) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(notice, leaf, PART), json(inside));
            keyring.create(leaf, key, Shelf.of(PART, clock.instant()));
            return new SealedFields(leaf, bytes);
        }
    }

    private static JsonObject json(Inside inside) {
        JsonObjectBuilder facts = Json.createObjectBuilder();
        inside.facts().forEach(facts::add);
        JsonArrayBuilder persons = Json.createArrayBuilder();
        inside.persons().forEach(person -> persons.add(person.toString()));
        JsonObjectBuilder all = Json.createObjectBuilder()
                .add("facts", facts)
                .add("persons", persons)
                .add("verified", inside.contact().isVerified());
        inside.party().ifPresent(party -> all.add("party", party.toString()));
        inside.contact().email().ifPresent(email -> all.add("email", email));
        inside.contact().phone().ifPresent(phone -> all.add("phone", phone));
        return all.build();
    }

    /** @throws muhafiz.service.keys.ForgottenException where it was forgotten meanwhile */
    Inside open(UUID notice, SealedFields content) {
        try (LeafKey key = keyring.open(content.leafId())) {
            JsonObject all = seal.open(key, new Place(notice, content.leafId(), PART), content.sealed());
            Map<String, String> facts = new TreeMap<>();
            all.getJsonObject("facts").forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
            Set<UUID> persons = new TreeSet<>();
            all.getJsonArray("persons")
                    .getValuesAs(JsonString.class)
                    .forEach(person -> persons.add(UUID.fromString(person.getString())));
            return new Inside(
                    text(all, "party").map(UUID::fromString),
                    new Contact(text(all, "email"), text(all, "phone"), all.getBoolean("verified")),
                    persons,
                    facts);
        }
    }

    private static Optional<String> text(JsonObject all, String name) {
        return Optional.ofNullable(all.getString(name, null));
    }
}
