package muhafiz.service.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.config.Statements;
import muhafiz.service.incident.NewIncident.Concerns;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import org.jspecify.annotations.Nullable;

/** Incidents, each sealed under a leaf of its own. In the caller's transaction. Safe for all threads. */
@ApplicationScoped
class IncidentRows {
    private static final String PART = "incident";
    private static final int SOME = 500;

    private final Statements sql;
    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    IncidentRows(DataSource database, Keyring keyring, FieldSeal seal) {
        this.sql = new Statements(database);
        this.keyring = keyring;
        this.seal = seal;
    }

    /** An incident, opened. */
    record Kept(Instant openedAt, NewIncident incident) {}

    void add(UUID id, NewIncident incident, Instant now) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(id, leaf, PART), json(incident));
            keyring.create(leaf, key, Shelf.of(IncidentDesk.RECORD_CLASS, now));
            sql.change(
                    "insert into archive.incident (id, opened_at, leaf_id, sealed) values (?, ?, ?, ?)",
                    id,
                    now,
                    leaf,
                    bytes);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(Instant openedAt, UUID leaf, byte[] bytes) {}

    /** Empty where there is none, or its key is gone. */
    Optional<Kept> find(UUID id) {
        return sql.first(
                        "select opened_at, leaf_id, sealed from archive.incident where id = ?",
                        row -> new Row(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, UUID.class),
                                row.getBytes(3)),
                        id)
                .flatMap(row -> opened(id, row));
    }

    private Optional<Kept> opened(UUID id, Row row) {
        AtomicReference<@Nullable JsonObject> opened = new AtomicReference<>();
        keyring.lend(
                List.of(row.leaf()), (leaf, key) -> opened.set(seal.open(key, new Place(id, leaf, PART), row.bytes())));
        return Optional.ofNullable(opened.get()).map(json -> new Kept(row.openedAt(), incident(json)));
    }

    /** Keys of some that were opened before. */
    List<UUID> openedBefore(Instant before) {
        return sql.all(
                "select leaf_id from archive.incident where opened_at < ? order by opened_at, id limit ?",
                row -> row.getObject(1, UUID.class),
                before,
                SOME);
    }

    void strike(Collection<UUID> leaves) {
        sql.change("delete from archive.incident where leaf_id = any (?)", (Object) leaves.toArray(UUID[]::new));
    }

    private static JsonObject json(NewIncident incident) {
        Concerns concerns = incident.concerns();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("noticedAt", incident.noticedAt().toString())
                .add("from", incident.from().toString())
                .add("to", incident.to().toString())
                .add("documents", texts(concerns.documents()))
                .add("cases", texts(concerns.cases()))
                .add("subjects", texts(concerns.subjects()));
        concerns.account().ifPresent(name -> json.add("account", name));
        incident.description().ifPresent(text -> json.add("description", text));
        return json.build();
    }

    private static JsonArrayBuilder texts(Collection<?> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static NewIncident incident(JsonObject json) {
        return new NewIncident(
                Instant.parse(json.getString("noticedAt")),
                Instant.parse(json.getString("from")),
                Instant.parse(json.getString("to")),
                new Concerns(
                        ids(json, "documents"),
                        words(json, "cases"),
                        ids(json, "subjects"),
                        Optional.ofNullable(json.getString("account", null))),
                Optional.ofNullable(json.getString("description", null)));
    }

    private static Set<UUID> ids(JsonObject json, String name) {
        return words(json, name).stream().map(UUID::fromString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
