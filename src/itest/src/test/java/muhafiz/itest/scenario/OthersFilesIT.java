package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person asks for reaches what is theirs, and nobody else's. */
@ExtendWith(SharedArchive.class)
class OthersFilesIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String REQUESTS = "/api/v1/requests";
    private static final String GRANTED = "{\"outcome\":\"granted\"}";
    private static final String STATED = "?purpose=P-RIGHTS";

    private final String cabinet = "cabinet-" + UUID.randomUUID();
    private Client dpo;
    private Client portal;

    @BeforeEach
    void clients(RunningArchive archive) {
        dpo = archive.client("dpo");
        portal = archive.client("portal");
    }

    @Test
    void beingKnownProvesNothingOfAnothersFile(RunningArchive archive) {
        Lodged victim = archive.portal().lodge(Forms.workPermit("RD-1", "Yadov"));
        for (String kind : List.of("ACCESS", "ERASE", "CONSENT_WITHDRAW", "SOURCE_PROOF")) {
            String request = asked("{\"kind\":\"" + kind + "\",\"subject\":\"" + victim.number() + "\"}");

            decide(request, GRANTED).requireProblem(409, "identity-needed");
            assertThat(seen(request).getString("level")).isEqualTo("L0");
        }
        archive.staff("officer").view(victim, "P-SERVICE").require(200);
    }

    @Test
    void ofTwoApplicantsNeitherGetsTheOthersDataNorDestroysTheirFile(RunningArchive archive) {
        Lodged both = two(archive);
        String photo = archive.portal().uploaded(both, "photo", Sample.jpeg("both " + cabinet));
        String first = applicants(archive, both).get(0);
        String access = asked("{\"kind\":\"ACCESS\"}");
        decide(access, GRANTED).requireProblem(409, "identity-needed");
        identified(access, first);

        JsonObject granted = decide(access, GRANTED).require(200).json();

        assertThat(granted.getString("outcome")).isEqualTo("partly_granted");
        assertThat(granted.getString("ground")).isEqualTo("RG-OTHERS");
        String erase = asked("{\"kind\":\"ERASE\"}");
        identified(erase, first);
        JsonObject refused = decide(erase, GRANTED).require(200).json();
        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getString("ground")).isEqualTo("RG-OTHERS");
        archive.staff("officer").view(both, "P-SERVICE").require(200);
        archive.staff("officer").content(photo, "P-SERVICE").require(200);
    }

    @Test
    void whatAPersonRestrictedStaysRestrictedWhereNothingIsDestroyed(RunningArchive archive) {
        Lodged lodged = own(archive, "Məhdudov");
        String passport = archive.portal().uploaded(lodged, "passport", Sample.pdf("restricted " + cabinet));
        decide(asked("{\"kind\":\"RESTRICT\"}"), GRANTED).require(200);
        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(403, "restricted");

        decide(asked("{\"kind\":\"CONSENT_WITHDRAW\"}"), GRANTED).require(200);

        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(403, "restricted");
        archive.client("records")
                .post(
                        "/api/v1/holds?purpose=P-RECORDS",
                        "{\"application\":\"" + lodged.number()
                                + "\",\"authority\":\"a court\",\"ground\":\"order 3\",\"reviewOn\":\""
                                + LocalDate.now(BAKU).plusMonths(1) + "\"}")
                .require(201);
        JsonObject kept =
                decide(asked("{\"kind\":\"ERASE\"}"), GRANTED).require(200).json();
        assertThat(kept.getString("outcome")).isEqualTo("refused");
        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(403, "restricted");
    }

    @Test
    void ofRestrictedFilesOneIsDestroyedAndTheOtherStaysRestricted(RunningArchive archive) {
        Lodged going = own(archive, "İkifayllı");
        Lodged staying = own(archive, "İkifayllı");
        String kept = archive.portal().uploaded(staying, "passport", Sample.pdf("kept " + cabinet));
        decide(asked("{\"kind\":\"RESTRICT\"}"), GRANTED).require(200);

        JsonObject decided = decide(asked("{\"kind\":\"ERASE\",\"subject\":\"" + going.number() + "\"}"), GRANTED)
                .require(200)
                .json();

        assertThat(decided.getString("outcome")).isEqualTo("granted");
        archive.staff("officer").content(kept, "P-SERVICE").requireProblem(403, "restricted");
    }

    @Test
    void whatWasLiftedCanBeRestrictedAnew(RunningArchive archive) {
        Lodged lodged = own(archive, "Yenidənov");
        String passport = archive.portal().uploaded(lodged, "passport", Sample.pdf("twice " + cabinet));
        String request = asked("{\"kind\":\"OBJECT\",\"purpose\":\"P-SERVICE\"}");
        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(403, "restricted");

        decide(request, "{\"outcome\":\"refused\",\"ground\":\"RG-CRIME\"}").require(200);

        archive.staff("officer").content(passport, "P-SERVICE").require(200);
        asked("{\"kind\":\"OBJECT\",\"purpose\":\"P-SERVICE\"}");
        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(403, "restricted");
    }

    @Test
    void aDecisionEndsAsItsKindCan(RunningArchive archive) {
        own(archive, "Nəticəli");
        for (String outcome : List.of("answered", "withdrawn", "forwarded")) {
            decide(asked("{\"kind\":\"ERASE\"}"), "{\"outcome\":\"" + outcome + "\"}")
                    .requireProblem(422, "outcome-not-accepted");
        }
    }

    @Test
    void whatCameAfterTheDecisionIsNotInItsAnswer(RunningArchive archive) throws Exception {
        Lodged lodged = own(archive, "Sonralı");
        archive.portal().uploaded(lodged, "passport", Sample.pdf("before " + cabinet));
        String request = asked("{\"kind\":\"ACCESS\"}");
        decide(request, GRANTED).require(200);
        Thread.sleep(1_100); // times of a decision and of a receipt are whole seconds
        String later = archive.portal().uploaded(lodged, "photo", Sample.jpeg("after " + cabinet));

        Answer answer = dpo.get(REQUESTS + "/" + request + "/answer" + STATED).require(200);

        assertThat(names(answer))
                .anyMatch(name -> name.startsWith("documents/"))
                .noneMatch(name -> name.contains(later));
    }

    @Test
    void whoseFileWasDestroyedGetsTheCertificateAndNobodyElseDoes(RunningArchive archive) {
        Lodged lodged = own(archive, "Silinən");
        archive.portal().uploaded(lodged, "passport", Sample.pdf("gone " + cabinet));
        String request = asked("{\"kind\":\"ERASE\"}");
        decide(request, GRANTED).require(200);
        String path = REQUESTS + "/" + request + "/certificate";

        Answer certificate = Patience.until(
                Duration.ofMinutes(2),
                () -> portal.get(path, "On-Behalf-Of", cabinet, "Assurance", "L2"),
                answer -> answer.status() == 200);

        assertThat(certificate.json()).isNotEmpty();
        portal.get(path, "On-Behalf-Of", cabinet, "Assurance", "L1").requireProblem(403, "not-allowed");
        portal.get(path, "On-Behalf-Of", cabinet + "x", "Assurance", "L2").requireProblem(404, "not-found");
    }

    @Test
    void whoeverDecidesOnNoRequestsReadsNoWordOfThem(RunningArchive archive) {
        String request = asked("{\"kind\":\"COMPLAINT\",\"scope\":\"my neighbour\"}");

        archive.client("records")
                .get(REQUESTS + "/" + request + "?purpose=P-RECORDS&ref=" + request)
                .requireProblem(403, "not-allowed");
        archive.client("records").get(REQUESTS + "?purpose=P-RECORDS").requireProblem(403, "not-allowed");
        assertThat(archive.client("auditor")
                        .get(REQUESTS + "/" + request + "?purpose=P-OVERSIGHT&ref=" + request)
                        .require(200)
                        .text())
                .doesNotContain("neighbour");
        assertThat(seen(request).toString()).contains("my neighbour");
    }

    private static List<String> names(Answer answer) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private Lodged own(RunningArchive archive, String surname) {
        return lodged(Forms.workPermit("RD-1", surname));
    }

    /** One application of two applicants. */
    private Lodged two(RunningArchive archive) {
        return lodged(Forms.workPermit("RD-1", "Birincizadə")
                .replace(
                        "{\"role\":\"employer\"",
                        "{\"role\":\"applicant\",\"surname\":\"Oruclu\",\"givenNames\":\"Fərhad\",\"birthDate\":\"1971-11-30\","
                                + "\"nationality\":\"GEO\",\"documentNumber\":\"Z7654321\"},{\"role\":\"employer\""));
    }

    private Lodged lodged(String form) {
        return Lodged.of(portal.post("/api/v1/applications", form, "On-Behalf-Of", cabinet, "Assurance", "L2"));
    }

    private String asked(String form) {
        return portal.post(REQUESTS, form, "On-Behalf-Of", cabinet, "Assurance", "L2")
                .require(201)
                .json()
                .getString("number");
    }

    private void identified(String request, String person) {
        dpo.post(
                        REQUESTS + "/" + request + "/identity",
                        "{\"level\":\"L2\",\"method\":\"passport_in_person\",\"subjects\":[\"" + person + "\"]}")
                .require(200);
    }

    private Answer decide(String request, String word) {
        return dpo.post(REQUESTS + "/" + request + "/decision", word);
    }

    private JsonObject seen(String request) {
        return dpo.get(REQUESTS + "/" + request + STATED).require(200).json();
    }

    /** By id, as the request for all of them names them. */
    private List<String> applicants(RunningArchive archive, Lodged lodged) {
        String request = asked("{\"kind\":\"COMPLAINT\",\"subject\":\"" + lodged.number() + "\"}");
        return seen(request).getJsonArray("persons").getValuesAs(JsonString::getString);
    }
}
