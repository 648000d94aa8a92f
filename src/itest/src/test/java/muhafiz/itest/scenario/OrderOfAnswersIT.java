package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 401, 400 form, 400 purpose and reference, 403 purpose, and only then anything that depends on what there is. */
@ExtendWith(SharedArchive.class)
class OrderOfAnswersIT {
    private static final String NOBODYS = "/api/v1/documents/" + UUID.randomUUID();

    @Test
    void whoIsNotKnownIsToldNothingElse(RunningArchive archive) {
        Client stranger = archive.stranger();
        Client wrong = archive.clientWith("order-of-answers", "no password");

        for (Client nobody : List.of(stranger, wrong)) {
            for (String path :
                    List.of(NOBODYS, NOBODYS + "/content?purpose=P-SERVICE", "/api/v1/nothing", "/log/entries")) {
                nobody.get(path).requireProblem(401, "login-required");
            }
            Answer form = nobody.post("/api/v1/applications", "{\"noSuchMember\":1}");
            form.requireProblem(401, "login-required");
            assertThat(form.header("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "officer, '',                            400, purpose-required",
        "officer, ?purpose=,                     400, purpose-required",
        "admin,   '',                            400, purpose-required",
        "control, ?purpose=P-CONTROL,            400, ref-required",
        "dpo,     ?purpose=P-OVERSIGHT,          400, ref-required",
        "officer, ?purpose=P-CONTROL,            403, purpose-not-granted",
        "officer, ?purpose=P-NONSENSE,           403, purpose-not-granted",
        "officer, ?purpose=P-CONTROL&ref=A-1,    403, purpose-not-granted",
        "admin,   ?purpose=P-SERVICE,            403, purpose-not-granted",
        "officer, ?purpose=P-SERVICE,            404, not-found",
        "control, ?purpose=P-CONTROL&ref=A-1,    404, not-found",
        "auditor, ?purpose=P-OVERSIGHT,          404, not-found",
    })
    void formAndPurposeComeBeforeWhatThereIs(
            String user, String query, int status, String code, RunningArchive archive) {
        Lodged lodged = anyCase(archive);
        String there = "/api/v1/documents/" + archive.portal().uploaded(lodged, "photo", unique());
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer ofNone = archive.client(user).get(NOBODYS + query);

        ofNone.requireProblem(status, code);
        assertThat(log.since()).as("each refusal is an entry").hasSize(1);
        if (status < 404) {
            Answer ofOne = archive.client(user).get(there + query);
            ofOne.requireProblem(status, code);
            assertThat(ofOne.json().getString("detail")).isEqualTo(ofNone.json().getString("detail"));
        }
    }

    @Test
    void aFormThatCannotBeReadIsRefusedBeforeThePurposeIsAskedFor(RunningArchive archive) {
        Client officer = archive.client("officer");

        officer.post("/api/v1/searches", "{").requireProblem(400, "malformed");
        officer.post("/api/v1/searches", "{\"number\":\"1\",\"colour\":\"red\"}")
                .requireProblem(400, "unknown-member");
        officer.post("/api/v1/searches", "{\"number\":\"1\"}").requireProblem(400, "purpose-required");
    }

    @Test
    void anIdThatIsNoneIsAnUnknownDocument(RunningArchive archive) {
        Answer odd = archive.client("officer").get("/api/v1/documents/not-an-id?purpose=P-SERVICE");
        Answer unknown = archive.client("officer").get(NOBODYS + "?purpose=P-SERVICE");

        odd.requireProblem(404, "not-found");
        assertThat(odd.json().getString("detail")).isEqualTo(unknown.json().getString("detail"));
    }

    private static Lodged anyCase(RunningArchive archive) {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Sırayev"));
    }

    private static Sample unique() {
        return Sample.jpeg(UUID.randomUUID().toString());
    }
}
