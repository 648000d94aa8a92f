package muhafiz.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.ServiceKeys;

/** Questions of border units that were hits, sealed under the key of their day. Within the caller's transaction. */
@ApplicationScoped
class BorderRows {
    private static final String PART = "border";

    private final Statements sql;
    private final ServiceKeys keys;
    private final FieldSeal seal;
    private final InstantSource clock;

    @Inject
    BorderRows(DataSource database, ServiceKeys keys, FieldSeal seal, InstantSource clock) {
        this.sql = new Statements(database);
        this.keys = keys;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A question with its hits.
     *
     * @param account who asked
     */
    record Kept(String account, Instant at, List<Hit> hits) {}

    record Hit(UUID caseFile, UUID subject) {}

    void keep(UUID id, Kept kept) {
        LocalDate day = today();
        JsonArrayBuilder hits = Json.createArrayBuilder();
        kept.hits()
                .forEach(hit -> hits.add(Json.createObjectBuilder()
                        .add("case", hit.caseFile().toString())
                        .add("subject", hit.subject().toString())));
        JsonObject fields = Json.createObjectBuilder()
                .add("account", kept.account())
                .add("at", kept.at().toString())
                .add("hits", hits)
                .build();
        try (LeafKey key = keys.border(day)) {
            byte[] hidden = seal.seal(key, new FieldSeal.Place(id, id, PART), fields);
            sql.change("insert into archive.border_query (id, day, sealed) values (?, ?, ?)", id, day, hidden);
        }
    }

    /** Of today or yesterday: whose key is certainly kept. */
    Optional<Kept> find(UUID id) {
        return sql.first(
                        "select day, sealed from archive.border_query where id = ? and day >= ?",
                        row -> new Row(row.getObject(1, LocalDate.class), row.getBytes(2)),
                        id,
                        today().minusDays(1))
                .map(row -> open(id, row));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(LocalDate day, byte[] hidden) {}

    private Kept open(UUID id, Row row) {
        try (LeafKey key = keys.border(row.day())) {
            JsonObject fields = seal.open(key, new FieldSeal.Place(id, id, PART), row.hidden());
            List<Hit> hits = fields.getJsonArray("hits").getValuesAs(JsonObject.class).stream()
                    .map(hit ->
                            new Hit(UUID.fromString(hit.getString("case")), UUID.fromString(hit.getString("subject"))))
                    .toList();
            return new Kept(fields.getString("account"), Instant.parse(fields.getString("at")), hits);
        }
    }

    int sweep() {
        return sql.change("delete from archive.border_query where day < ?", today().minusDays(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
