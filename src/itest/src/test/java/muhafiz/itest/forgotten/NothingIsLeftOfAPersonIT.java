package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.forgotten.Everybody.Seen;
import muhafiz.itest.log.Outsider;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A person with two cases, papers, a disclosure, an answered request and a restriction asks for destruction. Whatever any role could
 * be told before by any GET of the contract is told no more.
 */
class NothingIsLeftOfAPersonIT {
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(1);
    /** Where officer and supervisor work. */
    private static final String UNIT = "RD-1";

    private static final String SURNAME = "Unudulmazov";
    private static final String NUMBER = "U77310245";
    private static final String CABINET = "cabinet-" + UUID.randomUUID();
    private static final NationalArchive RECEIVER = NationalArchive.withKeyOf(3072);

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("nothing-left");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @DisplayName("AP-9: after destruction no GET tells any role a name, a number or a link of the person")
    void whoWasForgottenIsToldToNobody() {
        Lodged first = lodged();
        Lodged second = lodged();
        List<String> papers = List.of(
                uploaded(first, "passport", Sample.pdf("of " + SURNAME)),
                uploaded(second, "photo", Sample.jpeg("of " + SURNAME)));
        String person = applicant(papers.get(0));
        String disclosure = disclosed(papers.get(0));
        String access = granted("ACCESS");
        delivered(access);
        List<String> names = List.of(SURNAME, NUMBER, "Əzizəxanım", person, first.number(), second.number());
        List<String> words = new ArrayList<>(names);
        names.forEach(name -> words.add(name.replace("-", "")));
        words.addAll(papers);

        Everybody everybody = everybody(first, papers, List.of(access), disclosure, person);
        List<Seen> before = everybody.look();

        assertThat(told(before, words))
                .as("what could be seen of a living person")
                .contains(
                        "officer viewApplication",
                        "officer describeDocument",
                        "portal readOwn",
                        "portal readOwnDocuments",
                        "dpo readRequest",
                        "dpo readAnswer",
                        "dpo readCoverage",
                        "dpo viewDisclosure");
        requireAnswers(before);

        String erase = granted("ERASE");
        Answer certificate = Patience.until(
                DESTROYED_WITHIN,
                () -> archive.client("dpo").get(request(erase) + "/certificate?purpose=P-RIGHTS"),
                answer -> answer.status() == 200);
        delivered(erase);
        Patience.until(
                DESTROYED_WITHIN,
                () -> archive.client("dpo").get(request(erase) + "?purpose=P-RIGHTS"),
                answer -> answer.json().isNull("requester"));

        List<Seen> after = everybody(first, papers, List.of(access, erase), disclosure, person)
                .look();

        requireAnswers(after);
        assertThat(after.stream()
                        .filter(seen -> !seen.told(words).isEmpty())
                        .map(seen -> seen + ": " + seen.told(words)))
                .as("who is told what of a forgotten person")
                .isEmpty();
        List<String> registers = List.of(access, erase, disclosure);
        assertThat(after.stream()
                        .filter(seen -> !seen.user().equals("dpo"))
                        .filter(seen -> !seen.told(registers).isEmpty())
                        .map(Seen::toString))
                .as("who but the data-protection officer learns that there was a request or a disclosure")
                .isEmpty();
        requireNumberAndOutcome(erase);
        assertThat(certificate.text()).doesNotContain(words);
        requireSearchFindsNobody();
        requireExportHoldsNothing(words);
        requireLogVerifies(certificate);
    }

    private static void requireAnswers(List<Seen> all) {
        assertThat(all.stream().filter(seen -> seen.status() >= 500).map(seen -> seen + " " + seen.text()))
                .as("faults")
                .isEmpty();
    }

    /** Who was told what: the user and the operation. */
    private static TreeSet<String> told(List<Seen> all, List<String> words) {
        TreeSet<String> told = new TreeSet<>();
        all.stream()
                .filter(seen -> seen.status() == 200 && !seen.told(words).isEmpty())
                .forEach(seen -> told.add(seen.user() + " " + seen.operation().id()));
        return told;
    }

    private static Everybody everybody(
            Lodged lodged, List<String> papers, List<String> requests, String disclosure, String person) {
        String nobody = UUID.randomUUID().toString();
        return new Everybody(
                archive,
                Map.ofEntries(
                        Map.entry("/api/v1/applications/", List.of(lodged.number())),
                        Map.entry("/api/v1/documents/", papers),
                        Map.entry("/api/v1/requests/", requests),
                        Map.entry("/api/v1/disclosures/", List.of(disclosure)),
                        Map.entry("/log/listings/", List.of(person)),
                        Map.entry("/log/tile/", List.of("0/000")),
                        Map.entry("/log/tile/entries/", List.of("000")),
                        Map.entry("/log/evidence/", List.of(LocalDate.now().toString())),
                        Map.entry("/api/v1/calendars/", List.of("2026")),
                        Map.entry("/api/v1/", List.of(nobody))),
                CABINET,
                lodged.accessCode());
    }

    private static Lodged lodged() {
        return Lodged.of(archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermitOf(UNIT, SURNAME, "Əzizəxanım", NUMBER),
                        "On-Behalf-Of",
                        CABINET,
                        "Assurance",
                        "L2"));
    }

    private static String uploaded(Lodged lodged, String kind, Sample sample) {
        String document = archive.portal().uploaded(lodged, kind, sample);
        archive.awaitRead(document);
        archive.staff("officer").content(document, "P-SERVICE").require(200);
        return document;
    }

    private static String applicant(String document) {
        StringBuilder text = new StringBuilder();
        LogBook.of(archive)
                .query(
                        "select p.subject_id from archive.case_party p join archive.document d on d.case_id = p.case_id"
                                + " where p.role = 'applicant' and d.id = '" + document + "'",
                        row -> text.append(row.getString(1)));
        return text.toString();
    }

    /** Handed on to an agency, as the register says. */
    private static String disclosed(String document) {
        JsonObject form = Json.createObjectBuilder()
                .add("ground", "D-GOV")
                .add(
                        "recipient",
                        Json.createObjectBuilder()
                                .add("name", "State Customs Committee")
                                .add("officer", "A. Alıyev")
                                .add("country", "AZE")
                                .add("certificate", RECEIVER.certificate()))
                .add(
                        "basis",
                        Json.createObjectBuilder()
                                .add("act", "Migration Code")
                                .add("article", "13")
                                .add("purpose", "joined-up e-service"))
                .add("documents", Json.createArrayBuilder().add(document))
                .add("fields", Json.createArrayBuilder().add("surname"))
                .build();
        String path = "/api/v1/disclosures";
        String id = archive.client("officer")
                .post(path + "?purpose=P-SERVICE", form.toString())
                .require(201)
                .json()
                .getString("id");
        archive.client("supervisor")
                .post(path + "/" + id + "/approvals?purpose=P-SERVICE", "")
                .require(200);
        archive.client("officer")
                .get(path + "/" + id + "/package?purpose=P-SERVICE")
                .require(200);
        return id;
    }

    private static String granted(String kind) {
        String number = archive.client("portal")
                .post(
                        "/api/v1/requests",
                        "{\"kind\":\"" + kind + "\",\"requester\":{\"surname\":\"" + SURNAME + "\"}}",
                        "On-Behalf-Of",
                        CABINET,
                        "Assurance",
                        "L2")
                .require(201)
                .json()
                .getString("number");
        JsonObject decided = archive.client("dpo")
                .post(request(number) + "/decision", "{\"outcome\":\"granted\"}")
                .require(200)
                .json();
        assertThat(decided.getString("outcome")).isEqualTo("granted");
        return number;
    }

    private static void delivered(String number) {
        archive.client("dpo")
                .post(request(number) + "/delivery", "{\"method\":\"by hand\"}")
                .require(200);
    }

    private static String request(String number) {
        return "/api/v1/requests/" + number;
    }

    private static void requireNumberAndOutcome(String erase) {
        JsonObject left = archive.client("dpo")
                .get(request(erase) + "?purpose=P-RIGHTS")
                .require(200)
                .json();
        assertThat(left.getString("number")).isEqualTo(erase);
        assertThat(left.getString("outcome")).isEqualTo("granted");
    }

    private static void requireSearchFindsNobody() {
        for (String form : List.of(
                "{\"surname\":\"" + SURNAME + "\",\"givenNames\":\"Əzizəxanım\",\"birthDate\":\"1984-02-29\"}",
                "{\"documentNumber\":\"" + NUMBER + "\"}")) {
            assertThat(archive.staff("officer")
                            .searchFor(form, "P-SERVICE")
                            .require(200)
                            .json()
                            .getJsonArray("items"))
                    .isEmpty();
        }
    }

    /** All that the archive still holds, for whoever receives its exit. */
    private static void requireExportHoldsNothing(List<String> words) {
        String other =
                archive.portal().lodge(Forms.workPermit(UNIT, "Qalanova")).number();
        Client records = archive.client("records");
        JsonObject export = records.post(
                        "/api/v1/exports", RECEIVER.form().replaceFirst("\\{", "{\"unit\":\"" + UNIT + "\","))
                .require(201)
                .json();
        String path = "/api/v1/exports/" + export.getString("id");
        for (String user : List.of("records2", "dpo")) {
            archive.client(user)
                    .post(path + "/approvals", "{\"digest\":\"" + export.getString("digest") + "\"}")
                    .require(200);
        }
        Map<String, byte[]> files =
                RECEIVER.open(records.get(path + "/package").require(200).body());
        String all = String.join("\n", files.keySet())
                + String.join(
                        "\n",
                        files.values().stream()
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .toList());
        assertThat(all).as("whoever lives is in it").contains(other.replace("-", ""), "Qalanova");
        assertThat(words.stream().filter(all::contains)).isEmpty();
    }

    private static void requireLogVerifies(Answer certificate) {
        Outsider outsider = Outsider.of(archive, "nothing-left");
        outsider.downloads().require(0);
        outsider.verify("log", outsider.mirror()).require(0);
        outsider.verify("certificate", outsider.keep("certificate.json", certificate.body()))
                .require(0);
    }
}
