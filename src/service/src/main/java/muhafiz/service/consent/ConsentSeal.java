package muhafiz.service.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.consent.Consent;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.keys.Shelf;

/** What a consent says and where its person is reached, each under a leaf of its own. In the caller's transaction. */
@ApplicationScoped
class ConsentSeal {
    private static final String SAYS = "consent";
    private static final String ADDRESS = "address";
    private static final String EMAIL = "email";

    private final Keyring keyring;
    private final FieldSeal seal;
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    ConsentSeal(Keyring keyring, FieldSeal seal, ServiceKeys keys, InstantSource clock) {
        this.keyring = keyring;
        this.seal = seal;
        this.keys = keys;
        this.clock = clock;
    }

    SealedFields says(UUID id, Consent consent, String recordClass) {
        JsonObjectBuilder subject = Json.createObjectBuilder();
        consent.subject().forEach(subject::add);
        JsonObjectBuilder says = Json.createObjectBuilder()
                .add("subject", subject)
                .add("operator", consent.operator())
                .add("purpose", consent.purpose())
                .add("data", Json.createArrayBuilder(consent.scope().data()))
                .add("operations", Json.createArrayBuilder(consent.scope().operations()))
                .add("withdrawal", consent.terms().withdrawal())
                .add("onExpiry", consent.onExpiry());
        consent.terms().until().ifPresent(day -> says.add("validUntil", day.toString()));
        return under(id, SAYS, says.build(), recordClass);
    }

    SealedFields address(UUID id, String email, String recordClass) {
        return under(id, ADDRESS, Json.createObjectBuilder().add(EMAIL, email).build(), recordClass);
    }

    private SealedFields under(UUID id, String part, JsonObject fields, String recordClass) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(id, leaf, part), fields);
            keyring.create(leaf, key, Shelf.of(recordClass, clock.instant()));
            return new SealedFields(leaf, bytes);
        }
    }

    /** Those that can still be opened: an older copy of the database may hold rows of what was destroyed since. */
    List<ConsentRows.Row> kept(List<ConsentRows.Row> page) {
        Set<UUID> held =
                keyring.held(page.stream().flatMap(row -> leaves(row).stream()).toList());
        return page.stream()
                .filter(row -> !leaves(row).isEmpty() && held.containsAll(leaves(row)))
                .toList();
    }

    /** What its end destroys; none once it has ended. */
    static Set<UUID> leaves(ConsentRows.Row row) {
        return Stream.concat(row.content().stream(), row.address().stream())
                .map(SealedFields::leafId)
                .collect(Collectors.toSet());
    }

    Optional<String> email(ConsentRows.Row row) {
        return row.address().map(address -> {
            try (LeafKey key = keyring.open(address.leafId())) {
                return seal.open(key, new Place(row.id(), address.leafId(), ADDRESS), address.sealed())
                        .getString(EMAIL);
            }
        });
    }

    /** A token of the cabinet for which the portal acts; empty where it acts for none. */
    byte[] cabinet(Caller caller) {
        return caller.person()
                .map(cabinet -> {
                    try (LeafKey key = keys.subscriptions()) {
                        return BlindToken.of(key, "cabinet", cabinet.getBytes(StandardCharsets.UTF_8));
                    }
                })
                .orElse(new byte[0]);
    }
}
