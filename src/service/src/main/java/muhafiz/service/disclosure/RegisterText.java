package muhafiz.service.disclosure;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.service.disclosure.DisclosureView.Paper;
import muhafiz.service.disclosure.DisclosureView.Register;

/** The register's sealed part as JSON, and back; the reasons of a secrecy stand in it one after the other. */
final class RegisterText {
    static final JsonProvider JSON = JsonProvider.provider();

    private RegisterText() {}

    static JsonObject json(Register register, List<String> secrecy) {
        JsonArrayBuilder documents = JSON.createArrayBuilder();
        register.documents()
                .forEach(paper -> documents.add(JSON.createObjectBuilder()
                        .add("id", paper.id().toString())
                        .add("kind", paper.kind())
                        .add("leaves", paper.leaves())
                        .add(
                                "persons",
                                texts(paper.persons().stream()
                                        .map(UUID::toString)
                                        .toList()))));
        return JSON.createObjectBuilder()
                .add("recipient", texts(register.recipient()))
                .add("basis", texts(register.basis()))
                .add("fields", texts(register.fields()))
                .add("documents", documents)
                .add("secrecy", texts(secrecy))
                .build();
    }

    static Register read(JsonObject json) {
        List<Paper> documents = json.getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                .map(one -> new Paper(
                        UUID.fromString(one.getString("id")),
                        one.getString("kind"),
                        one.getBoolean("leaves"),
                        new TreeSet<>(list(one, "persons").stream()
                                .map(UUID::fromString)
                                .toList())))
                .toList();
        return new Register(
                map(json.getJsonObject("recipient")),
                map(json.getJsonObject("basis")),
                new TreeSet<>(list(json, "fields")),
                documents);
    }

    /** The same with one more reason of its secrecy. */
    static JsonObject withReason(JsonObject json, String reason) {
        JsonArrayBuilder reasons = JSON.createArrayBuilder(json.getJsonArray("secrecy"));
        return JSON.createObjectBuilder(json)
                .add("secrecy", reasons.add(reason))
                .build();
    }

    static Set<String> set(JsonObject json, String name) {
        return new TreeSet<>(list(json, name));
    }

    private static List<String> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    static JsonArrayBuilder texts(Collection<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    static JsonObjectBuilder texts(Map<String, String> values) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        values.forEach(object::add);
        return object;
    }

    private static Map<String, String> map(JsonObject json) {
        Map<String, String> map = new TreeMap<>();
        for (Map.Entry<String, JsonValue> one : json.entrySet()) {
            map.put(one.getKey(), ((JsonString) one.getValue()).getString());
        }
        return map;
    }
}
