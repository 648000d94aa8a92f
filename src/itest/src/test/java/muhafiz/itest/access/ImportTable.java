package muhafiz.itest.access;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import muhafiz.itest.stand.OldFiles;
import muhafiz.itest.stand.Patience;

/** Files older than the archive, in bulk. */
record ImportTable(Office office, AccessTable table) {
    private static final String IMPORTS = "/api/v1/imports";
    private static final Duration SOON = Duration.ofMinutes(1);

    Map<String, Row> rows() {
        return Map.of(
                "proposeImport", propose(),
                "readImport", read(""),
                "readImportRefusals", read("/refusals"),
                "approveImport", approve());
    }

    private Row propose() {
        String form = "{\"package\":\"" + bag() + "\"}";
        return table.json(202, () -> Question.post(office.by("records"), IMPORTS, form))
                .when(422, question -> question.saying("{\"package\":\"none\"}"));
    }

    private Row read(String part) {
        String path = IMPORTS + "/" + checked().getString("id") + part;
        return table.known(200, () -> Question.get(office.by("dpo"), path))
                .when(
                        400,
                        question -> part.isEmpty() ? table.forSomebodyUnsure(question) : question.at(path + "?after=x"))
                .when(404, question -> question.at(IMPORTS + "/" + UUID.randomUUID() + part));
    }

    private Row approve() {
        return table.json(200, () -> {
                    JsonObject checked = checked();
                    return Question.post(
                            office.by("records2"),
                            IMPORTS + "/" + checked.getString("id") + "/approvals",
                            "{\"digest\":\"" + checked.getString("digest") + "\"}");
                })
                .when(404, question -> question.at(IMPORTS + "/" + UUID.randomUUID() + "/approvals"))
                .when(409, question -> question.saying("{\"digest\":\"" + "b".repeat(64) + "\"}"));
    }

    private String bag() {
        String name = "access-" + UUID.randomUUID();
        return new OldFiles("number,service,unit,receivedOn,applicant.surname")
                .line(name + ",REG,RD-1,2012-01-09,Köhnəyev")
                .inFolderOf(office.archive(), name);
    }

    private JsonObject checked() {
        String id = office.by("records")
                .post(IMPORTS, "{\"package\":\"" + bag() + "\"}")
                .require(202)
                .json()
                .getString("id");
        return Patience.until(
                        SOON,
                        () -> office.by("records").get(IMPORTS + "/" + id),
                        answer -> answer.json().getString("state").equals("checked"))
                .json();
    }
}
