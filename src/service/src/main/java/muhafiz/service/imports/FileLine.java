package muhafiz.service.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the table of files.
 *
 * @param path within the bag
 * @param kind the policy's
 * @param receivedOn the day of the case where it says none
 * @param fileName kept sealed with the document
 */
record FileLine(String path, String kind, Optional<LocalDate> receivedOn, Optional<String> fileName) {
    static final String TABLE = "data/files.csv";
    static final String NUMBER = "number";
    static final List<String> REQUIRED = List.of(NUMBER, "path", "kind");

    private static final Set<String> COLUMNS = Set.of(NUMBER, "path", "kind", "receivedOn", "fileName");

    static boolean isColumn(String name) {
        return COLUMNS.contains(name);
    }

    /** @throws muhafiz.service.RefusedException for what cannot stand there */
    static FileLine of(Table.Line line) {
        return new FileLine(
                CaseLine.required(line, "path"),
                CaseLine.required(line, "kind"),
                line.cell("receivedOn").map(day -> CaseLine.date("receivedOn", day)),
                line.cell("fileName"));
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("path", path).add("kind", kind);
        receivedOn.ifPresent(day -> json.add("received", day.toString()));
        fileName.ifPresent(name -> json.add("name", name));
        return json.build();
    }

    static FileLine of(JsonObject json) {
        return new FileLine(
                json.getString("path"),
                json.getString("kind"),
                Optional.ofNullable(json.getString("received", null)).map(LocalDate::parse),
                Optional.ofNullable(json.getString("name", null)));
    }
}
