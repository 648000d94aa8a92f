package muhafiz.itest.access;

import java.util.Map;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;

/** The operations about who is the same person, and how each of their answers comes about. */
record SubjectAccess(Office office) {
    private static final String SUBJECTS = "/api/v1/subjects/";
    private static final String MERGES = SUBJECTS + "merges";
    private static final String STATED = "?purpose=P-SERVICE";

    Map<String, Row> rows() {
        return Map.of("readCandidates", candidates(), "mergeSubjects", merge(), "undoMerge", undo());
    }

    private AccessTable table() {
        return new AccessTable(office);
    }

    private Client officer() {
        return office.by("officer");
    }

    /** Somebody with a case of their own. */
    private String person() {
        Lodged lodged = office.archive().portal().lodge(Forms.workPermit("RD-1", "Birləşən"));
        return officer()
                .get(lodged.path() + STATED)
                .require(200)
                .json()
                .getJsonArray("parties")
                .getJsonObject(0)
                .getString("subject");
    }

    private String form() {
        return "{\"kept\":\"" + office.applicant() + "\",\"merged\":\"" + person() + "\"}";
    }

    /** The path of a merge that stands. */
    private String merged() {
        return MERGES + "/"
                + officer().post(MERGES + STATED, form()).require(201).json().getString("id") + "/undo";
    }

    private String undone() {
        String path = merged();
        officer().post(path + STATED, "").require(204);
        return path;
    }

    private Row candidates() {
        String path = SUBJECTS + office.applicant() + "/candidates";
        return table().known(200, () -> Question.get(officer(), path + STATED))
                .when(400, question -> question.at(path))
                .when(404, question -> question.by(office.by("officer2")));
    }

    private Row merge() {
        String again = form();
        officer().post(MERGES + STATED, again).require(201);
        return table().json(201, () -> Question.post(officer(), MERGES + STATED, form()))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> question.saying(again));
    }

    private Row undo() {
        return table().known(204, () -> Question.post(officer(), merged() + STATED, ""))
                .when(400, question -> question.at(MERGES + "/" + UUID.randomUUID() + "/undo"))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> question.at(undone() + STATED));
    }
}
