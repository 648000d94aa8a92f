package muhafiz.itest.access;

import java.util.Map;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;

/** The rows of what an emergency opens: a case of its own, since others are told from those that officers may not see. */
record EmergencyTable(Office office, AccessTable table, Lodged urgent) {
    private static final String PATH = "/api/v1/break-glass";

    EmergencyTable(Office office, AccessTable table) {
        this(office, table, office.archive().portal().lodge(Forms.workPermit("RD-1", "Təcili")));
    }

    Map<String, Row> rows() {
        return Map.of("breakGlass", breakGlass(), "confirmBrokenGlass", confirm(), "listBrokenGlass", list());
    }

    private Row breakGlass() {
        return table.json(201, () -> Question.post(office.by("officer2"), PATH, form("P-SERVICE")))
                .when(403, question -> question.by(office.by("callcentre")).saying(form("P-STATUS")))
                .when(404, question -> question.saying(form("P-SERVICE").replace(urgent.number(), "WP-0")));
    }

    private String form(String purpose) {
        return "{\"application\":\"" + urgent.number() + "\",\"purpose\":\"" + purpose
                + "\",\"reason\":\"the person is in danger\"}";
    }

    private Row confirm() {
        String path = PATH + "/" + broken(office.by("officer2")) + "/confirmation";
        return table.known(204, () -> Question.get(office.by("dpo"), path).as("POST"))
                .when(400, table::forSomebodyUnsure)
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(PATH + "/" + UUID.randomUUID() + "/confirmation"))
                .when(409, question -> question.at(PATH + "/" + brokenByTheDpo() + "/confirmation"));
    }

    private String broken(Client officer) {
        return officer.post(PATH, form("P-SERVICE")).require(201).json().getString("id");
    }

    /** No role breaks glass and confirms it; an account that did changed its role since. */
    private String brokenByTheDpo() {
        String id = broken(office.by("officer2"));
        LogBook.bySuperuser(office.archive())
                .execute(
                        "update archive.broken_glass set account = 'dpo', confirmed_by = null where id = '" + id + "'");
        return id;
    }

    private Row list() {
        String path = PATH + "?purpose=P-OVERSIGHT&ref=A-1";
        return table.known(200, () -> Question.get(office.by("dpo"), path))
                .when(400, question -> question.at(PATH))
                .when(403, question -> question.by(office.by("officer")));
    }
}
