package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Level L0: somebody who has nothing but an application number and its access code. */
@ExtendWith(SharedArchive.class)
class AccessCodeIT {
    private static final int ATTEMPTS = 5; // policy, identity_check.lockout
    private static final String WRONG = "AAAA-AAAA-AAAA";

    @Test
    @DisplayName("AP-5: number and password show status and dates, no document and no name")
    void numberAndCodeShowStatusDatesAndChecklistButNoNameAndNoContent(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Ağayeva"));
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("L0"));

        Answer status = archive.stranger().get(lodged.path(), lodged.asOwner()).require(200);

        assertThat(status.json()).containsKeys("state", "receivedAt", "decideBy", "checklist");
        assertThat(status.json()).doesNotContainKeys("parties", "documents", "officer");
        assertThat(status.text()).doesNotContain("Ağayeva").doesNotContain(id).doesNotContain("C01234567");
    }

    @Test
    void aDocumentMayBeBroughtWithNumberAndCode(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Bayramov"));
        Sample photo = Sample.jpeg("brought at L0");

        Answer received = archive.stranger()
                .post(lodged.path() + "/documents?kind=photo", photo.mediaType(), photo.bytes(), lodged.asOwner());

        String id = received.require(201).json().getString("id");
        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(photo.bytes());
    }

    @Test
    void theCodeOpensItsOwnNumberOnly(RunningArchive archive) {
        Lodged mine = archive.portal().lodge(Forms.workPermit("RD-1", "Fərziyev"));
        Lodged other = archive.portal().lodge(Forms.workPermit("RD-1", "Hacıyev"));
        String id = archive.portal().uploaded(mine, "passport", Sample.pdf("only the number's"));

        archive.stranger().get(other.path(), mine.asOwner()).requireProblem(401, "code-refused");
        archive.stranger()
                .get("/api/v1/documents/" + id + "/content?purpose=P-SERVICE", mine.asOwner())
                .require(401);
        archive.stranger()
                .get("/log/entries?purpose=P-OVERSIGHT", mine.asOwner())
                .require(401);
    }

    @Test
    @DisplayName("AP-5: after five wrong tries the pair locks, with the same answer for unknown numbers")
    void afterFiveWrongTriesThePairIsLockedWithTheSameAnswerForUnknownNumbers(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Muradov"));
        Lodged unknown = new Lodged(Numbers.nobodys(lodged.number()), WRONG);
        Lodged noNumber = new Lodged("1234-5678-9012", WRONG);
        Client stranger = archive.stranger();
        LogBook.Mark log = LogBook.of(archive).mark();

        List<Answer> refused = new ArrayList<>();
        for (Lodged tried : List.of(new Lodged(lodged.number(), WRONG), unknown, noNumber)) {
            for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
                refused.add(stranger.get(tried.path(), tried.asOwner()));
            }
        }
        Answer rightButLocked = stranger.get(lodged.path(), lodged.asOwner());
        refused.add(rightButLocked);

        refused.forEach(answer -> answer.requireProblem(401, "code-refused"));
        assertThat(refused.stream().map(AccessCodeIT::withoutOperation).distinct())
                .hasSize(1);
        assertThat(refused.stream().map(answer -> answer.body().length).distinct())
                .hasSize(1);
        assertThat(log.since()).as("each is an entry").hasSize(refused.size());
        archive.portal().view(lodged).require(200); // locked for that network's guesses, not for the portal
    }

    @Test
    void anUploadIsNoWayAroundTheLock(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Tağıyev"));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            archive.stranger().get(lodged.path(), "Access-Code", WRONG).require(401);
        }

        archive.stranger()
                .post(
                        lodged.path() + "/documents?kind=photo",
                        "image/jpeg",
                        Sample.jpeg("x").bytes(),
                        lodged.asOwner())
                .requireProblem(401, "code-refused");
    }

    @Test
    void aNewCodeFromReceptionVoidsTheOld(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Yusifova"));

        Answer given =
                archive.client("reception").post(lodged.path() + "/access-codes", "application/json", new byte[0]);
        Lodged renewed = new Lodged(lodged.number(), given.require(201).json().getString("accessCode"));

        assertThat(renewed.accessCode()).isNotEqualTo(lodged.accessCode());
        archive.stranger().get(lodged.path(), lodged.asOwner()).requireProblem(401, "code-refused");
        archive.stranger().get(renewed.path(), renewed.asOwner()).require(200);
    }

    @Test
    void thePortalReplacesACodeOnlyForThePersonWhoLodgedTheCase(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Zeynalova"));
        String path = lodged.path() + "/access-codes";
        Client portal = archive.client("portal");
        byte[] nothing = new byte[0];

        portal.post(path, "application/json", nothing).require(403);
        portal.post(path, "application/json", nothing, "On-Behalf-Of", "cabinet-2", "Assurance", "L1")
                .requireProblem(404, "not-found");
        archive.client("officer").post(path, "application/json", nothing).requireProblem(404, "not-found");
        archive.stranger().get(lodged.path(), lodged.asOwner()).require(200);
        portal.post(path, "application/json", nothing, "On-Behalf-Of", "cabinet-1", "Assurance", "L1")
                .require(201);
        archive.stranger().get(lodged.path(), lodged.asOwner()).requireProblem(401, "code-refused");
    }

    @Test
    void onlyThePortalActsForAPerson(RunningArchive archive) {
        archive.client("officer")
                .get("/api/v1/documents/x?purpose=P-SERVICE", "On-Behalf-Of", "cabinet-1", "Assurance", "L2")
                .require(403);
        archive.client("portal")
                .post("/api/v1/applications", Forms.workPermit("RD-1", "X"), "On-Behalf-Of", "cabinet-1")
                .requireProblem(400, "malformed");
    }

    private static JsonObject withoutOperation(Answer answer) {
        return Json.createObjectBuilder(answer.json()).remove("instance").build();
    }
}
