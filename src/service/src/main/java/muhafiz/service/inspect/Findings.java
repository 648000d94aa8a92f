package muhafiz.service.inspect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muhafiz.inspect.UnverifiedFindings;

/** What a machine read, as the one JSON object that is sealed with the document. */
public final class Findings {
    private static final String METADATA = "metadata";
    private static final String RAW = "raw";
    private static final String READERS = "readers";
    private static final String REMARK = "remark";

    private Findings() {}

    static JsonObject of(UnverifiedFindings findings) {
        JsonObjectBuilder metadata = Json.createObjectBuilder();
        findings.metadata().forEach(metadata::add);
        JsonObjectBuilder raw = Json.createObjectBuilder();
        findings.raw().forEach((key, values) -> raw.add(key, Json.createArrayBuilder(values)));
        return Json.createObjectBuilder()
                .add(METADATA, metadata)
                .add(RAW, raw)
                .add(READERS, findings.readers())
                .build();
    }

    /** Nothing was read, for this reason. */
    static JsonObject none(String reason) {
        return Json.createObjectBuilder().add(REMARK, reason).build();
    }

    /** The archive's own terms. */
    public static Map<String, String> metadata(JsonObject findings) {
        Map<String, String> terms = new LinkedHashMap<>();
        JsonObject metadata = findings.getJsonObject(METADATA);
        if (metadata != null) {
            metadata.keySet().forEach(term -> terms.put(term, metadata.getString(term)));
        }
        return terms;
    }

    /** Everything the parser said, by its own keys; beside it which parser, or why nothing was read. */
    public static Map<String, List<String>> raw(JsonObject findings) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String single : List.of(READERS, REMARK)) {
            if (findings.containsKey(single)) {
                all.put(single, List.of(findings.getString(single)));
            }
        }
        JsonObject raw = findings.getJsonObject(RAW);
        if (raw != null) {
            raw.keySet().forEach(key -> all.put(key, texts(raw.getJsonArray(key))));
        }
        return all;
    }

    private static List<String> texts(JsonArray values) {
        return values.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
