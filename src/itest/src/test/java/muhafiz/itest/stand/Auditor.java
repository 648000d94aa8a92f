package muhafiz.itest.stand;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Who reads the log. Reading it is an act that the log records, too. */
public record Auditor(Client client) {
    private static final int PAGE = 500;

    /** One page of the log. */
    public Answer page(long after, int limit) {
        return client.get("/log/entries?purpose=P-OVERSIGHT&after=" + after + "&limit=" + limit);
    }

    /** Every entry after that place, oldest first; -1 for all. */
    public List<JsonObject> entries(long after) {
        List<JsonObject> entries = new ArrayList<>();
        long place = after;
        while (true) {
            JsonObject page = page(place, PAGE).require(200).json();
            page.getJsonArray("items").forEach(item -> entries.add(item.asJsonObject()));
            JsonValue next = page.getOrDefault("next", JsonValue.NULL);
            if (next == JsonValue.NULL) {
                return entries;
            }
            place = Long.parseLong(next.toString().replace("\"", ""));
        }
    }

    /** The place of the newest entry, to look only at what comes after it. */
    public long newest() {
        List<JsonObject> all = entries(-1);
        return all.isEmpty() ? -1 : all.get(all.size() - 1).getJsonNumber("seq").longValue();
    }
}
