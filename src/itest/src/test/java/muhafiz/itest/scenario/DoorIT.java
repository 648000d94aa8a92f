package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
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

/** Who is let in at all, and what every answer has in common. */
@ExtendWith(SharedArchive.class)
class DoorIT {
    private static final int FAILURES = 10; // archive.properties, logins.failures-per-minute

    @Test
    void writesFromAnotherSiteAreRefused(RunningArchive archive) {
        Client portal = archive.client("portal");
        String form = Forms.workPermit("RD-1", "Çarpaz");

        portal.post("/api/v1/applications", form, "Sec-Fetch-Site", "cross-site")
                .requireProblem(403, "cross-site");
        portal.post("/api/v1/applications", form, "Origin", "https://elsewhere.example")
                .requireProblem(403, "cross-site");
        portal.post("/api/v1/applications", form, "Origin", "null").requireProblem(403, "cross-site");
        portal.post("/api/v1/applications", form, "Origin", archive.api().toString(), "Sec-Fetch-Site", "same-origin")
                .require(201);
    }

    @Test
    void afterTooManyFailedLogInsEvenTheRightPasswordIsTurnedAway(RunningArchive archive) {
        Client wrong = archive.clientWith("statistician", "not it");
        LogBook.Mark log = LogBook.of(archive).mark();

        for (int failure = 0; failure < FAILURES; failure++) {
            wrong.get("/api/v1/documents/x").requireProblem(401, "login-required");
        }
        Answer wrongAgain = wrong.get("/api/v1/documents/x");
        Answer right = archive.client("statistician").get("/api/v1/documents/x?purpose=P-STATS");

        wrongAgain.requireProblem(429, "too-many-attempts");
        right.requireProblem(429, "too-many-attempts");
        assertThat(right.header("Retry-After")).isPresent();
        assertThat(log.since().stream()
                        .filter(entry -> entry.publicPart().action().equals("login_failure")))
                .hasSize(FAILURES);
        archive.client("officer").get("/api/v1/documents/x?purpose=P-SERVICE").require(404); // others are not locked
    }

    @Test
    void anUnknownNameIsCountedLikeAKnownOne(RunningArchive archive) {
        Client nobody = archive.clientWith("nobody-" + UUID.randomUUID(), "x");

        for (int failure = 0; failure < FAILURES; failure++) {
            nobody.get("/api/v1/documents/x").requireProblem(401, "login-required");
        }

        nobody.get("/api/v1/documents/x").requireProblem(429, "too-many-attempts");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, P-SERVICE",
        "admin, P-OVERSIGHT",
        "custodian, P-SERVICE",
        "custodian, P-RECORDS",
        "custodian2, P-RECORDS",
        "auditor, P-OVERSIGHT",
        "records, P-RECORDS",
        "head, P-LEGAL",
        "portal, P-SERVICE",
        "reception, P-SERVICE",
        "callcentre, P-STATUS",
        "supervisor, P-SERVICE",
        "dpo, P-OVERSIGHT&ref=A-1",
        "border, P-CONTROL",
        "medical, P-SERVICE",
        "control, P-CONTROL&ref=A-1",
        "refugee, P-SERVICE",
        "citizenship, P-SERVICE",
    })
    @Clause("PRO-2")
    void nobodyButTheCasesOfficersReadsItsDocuments(String user, String purpose, RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Gizlinova"));
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("not for " + user));

        Answer content = archive.staff(user).content(id, purpose);

        assertThat(content.status()).as("%s", content).isIn(403, 404);
        assertThat(content.text()).doesNotContain("not for");
    }

    @Test
    void everyAnswerSaysThatItMayNotBeKept(RunningArchive archive) {
        List<Answer> answers = List.of(
                archive.stranger().get("/api/v1/documents/x"),
                archive.client("officer").get("/api/v1/nothing/here"),
                archive.client("officer").get("/api/v1/documents/x"),
                archive.client("officer")
                        .send(archive.client("officer")
                                .request("/api/v1/searches")
                                .DELETE()
                                .build()),
                archive.stranger().get("/api/v1/services"),
                archive.client("auditor").get("/log/entries?purpose=P-OVERSIGHT&limit=1"));

        assertThat(answers.stream().map(Answer::status)).containsExactly(401, 404, 400, 405, 200, 200);
        for (Answer answer : answers) {
            assertThat(answer.header("Cache-Control")).as("%s", answer).contains("no-store");
            if (answer.status() >= 400) {
                assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
                assertThat(answer.json()).containsKeys("type", "title", "status", "detail", "instance");
            }
        }
    }

    @Test
    void aFilterThatIsNotKnownIsRefusedNotIgnored(RunningArchive archive) {
        archive.client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&person=1")
                .requireProblem(400, "malformed");
    }

    @Test
    void thePolicyIsToldInTheLanguageAndFormThatIsAskedFor(RunningArchive archive) {
        Answer az = archive.stranger().get("/api/v1/policy", "Accept", "text/plain");
        Answer ru = archive.stranger().get("/api/v1/policy", "Accept", "text/html", "Accept-Language", "ru, en;q=0.5");
        Answer any = archive.stranger().get("/api/v1/policy", "Accept", "*/*");

        assertThat(az.require(200).text())
                .contains("İş icazəsi (RC-WP). Saxlanılır: 5 il")
                .contains("təsdiq edilməyib");
        assertThat(az.header("Content-Language")).contains("az");
        assertThat(ru.require(200).text()).startsWith("<!doctype html>").contains("Разрешение на работу (RC-WP)");
        assertThat(ru.header("Content-Language")).contains("ru");
        assertThat(ru.header("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(ru.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(any.require(200).json()).containsKey("openPoints");
    }

    @Test
    void policyAndServicesAreForAnybody(RunningArchive archive) {
        assertThat(archive.stranger().get("/api/v1/services").require(200).text())
                .contains("WP");
        assertThat(archive.stranger().get("/api/v1/policy").require(200).text()).contains("RC-WP");
    }
}
