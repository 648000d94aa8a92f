package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import muhafiz.proof.log.LogLeaf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class OfficerScenarioIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LARGE = 16 * 1024 * 1024;

    @Test
    @DisplayName(
            "OF-1: an assigned case, a stated purpose: it opens within the limit, and one log event was there first")
    void theDocumentOpensAndOneLogEventExistsBeforeTheFirstByte(RunningArchive archive) throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Səfərova"));
        Sample large = Sample.pdf("A large passport", LARGE);
        String id = archive.portal().uploaded(lodged, "passport", large);
        archive.awaitRead(id);
        LogBook.Mark log = LogBook.of(archive).mark();

        Instant asked = Instant.now();
        try (OpenCall call = OpenCall.begin(archive.client("officer"), "GET", Staff.contentPath(id, "P-SERVICE"))) {
            assertThat(call.status()).isEqualTo(200);
            byte[] first = call.read(64);
            Duration taken = Duration.between(asked, Instant.now());
            List<LogLeaf> written = log.since();

            assertThat(first).isEqualTo(Arrays.copyOf(large.bytes(), 64));
            assertThat(taken).isLessThan(LIMIT);
            // Sixteen megabytes fit into no buffer on the way: the body has not ended, and the entry is there.
            assertThat(written).hasSize(1);
            assertThat(written.get(0).publicPart().action()).isEqualTo("read_content");
            assertThat(written.get(0).publicPart().purpose()).isEqualTo("P-SERVICE");
            assertThat(written.get(0).publicPart().outcome()).isEqualTo("done");
            assertThat(written.get(0).publicPart().role()).isEqualTo("case_officer");
        }
    }

    @Test
    @DisplayName("OF-2: a case of another regional department: denied, logged, no hint whether it exists")
    @Clause("PRO-2")
    void aCaseOfAnotherDepartmentIsDeniedLoggedAndLooksLikeNone(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Vəliyev"));
        String theirs = archive.portal().uploaded(lodged, "passport", Sample.pdf("Not for RD-2"));
        String nobodys = UUID.randomUUID().toString();
        LogBook.Mark log = LogBook.of(archive).mark();
        Staff other = archive.staff("officer2");

        Answer out = other.content(theirs, "P-SERVICE");
        Answer unknown = other.content(nobodys, "P-SERVICE");
        Answer described = other.describe(theirs, "P-SERVICE");
        Answer describedUnknown = other.describe(nobodys, "P-SERVICE");

        assertLooksLike(out, unknown);
        assertLooksLike(described, describedUnknown);
        assertThat(log.since())
                .hasSize(4)
                .allMatch(entry -> entry.publicPart().action().equals("denied"));
    }

    @Test
    void theApplicationItselfLooksLikeNoneToAnotherDepartment(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Cəfərov"));
        Lodged unknown = new Lodged(Numbers.nobodys(lodged.number()), "none");
        Staff other = archive.staff("officer2");

        assertLooksLike(other.view(lodged, "P-SERVICE"), other.view(unknown, "P-SERVICE"));
        Answer found = other.search(lodged.number(), "P-SERVICE").require(200);
        Answer missed = other.search(unknown.number(), "P-SERVICE").require(200);
        assertThat(found.text()).isEqualTo(missed.text());
        assertThat(found.json().getJsonArray("items")).isEmpty();
    }

    @Test
    @DisplayName("OF-5: a medical certificate: to a case officer only validity and expiry show")
    void ofAMedicalCertificateACaseOfficerSeesValidityAndExpiryOnly(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Həkimova"));
        String paper = archive.portal().uploaded(lodged, "medical_certificate", Sample.pdf("a diagnosis"));
        Staff officer = archive.staff("officer");
        assertThat(officer.describe(paper, "P-SERVICE").require(200).json())
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", paper)
                        .add("kind", "medical_certificate")
                        .addNull("valid")
                        .addNull("until")
                        .build());

        assign(archive, lodged, "medical");
        archive.client("medical")
                .post("/api/v1/documents/" + paper + "/validity", "{\"valid\":true,\"until\":\"2027-05-31\"}")
                .require(204);
        assertThat(archive.staff("medical")
                        .describe(paper, "P-SERVICE")
                        .require(200)
                        .json())
                .containsKey("metadata");
        assign(archive, lodged, "officer");

        assertThat(officer.describe(paper, "P-SERVICE").require(200).json())
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", paper)
                        .add("kind", "medical_certificate")
                        .add("valid", true)
                        .add("until", "2027-05-31")
                        .build());
        officer.content(paper, "P-SERVICE").requireProblem(404, "not-found");
        archive.staff("officer2").describe(paper, "P-SERVICE").requireProblem(404, "not-found");
        archive.client("officer")
                .post("/api/v1/documents/" + paper + "/validity", "{\"valid\":false}")
                .requireProblem(404, "not-found");
    }

    private static void assign(RunningArchive archive, Lodged lodged, String officer) {
        archive.client("supervisor")
                .post(lodged.path() + "/assignment", "{\"officer\":\"" + officer + "\",\"reason\":\"certificate\"}")
                .require(204);
    }

    private static void assertLooksLike(Answer one, Answer other) {
        one.requireProblem(404, "not-found");
        other.requireProblem(404, "not-found");
        assertThat(withoutOperation(one)).isEqualTo(withoutOperation(other));
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
        assertThat(one.body()).hasSameSizeAs(other.body());
    }

    /** The problem but for the id that is another for every call. */
    private static JsonObject withoutOperation(Answer answer) {
        return Json.createObjectBuilder(answer.json()).remove("instance").build();
    }
}
