package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Persons can be merged and separated again, logged. */
@ExtendWith(SharedArchive.class)
class MergeScenarioIT {
    private static final String MERGES = "/api/v1/subjects/merges";
    private static final String SERVICE = "?purpose=P-SERVICE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(1);

    private final String paper =
            "M" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String cabinet = "cabinet-" + UUID.randomUUID();
    private Client dpo;
    private Client portal;
    private Client officer;

    @BeforeEach
    void clients(RunningArchive archive) {
        dpo = archive.client("dpo");
        portal = archive.client("portal");
        officer = archive.client("officer");
    }

    @Test
    @DisplayName("two spellings in two cabinets: merged, one request is answered with both; separated, with one again")
    void mergedAndSeparatedAgain(RunningArchive archive) throws Exception {
        Lodged one = lodged(cabinet, "RD-1", "Birləşmişov");
        Lodged two = lodged("cabinet-" + UUID.randomUUID(), "RD-2", "Birlesmisov");
        String photo = archive.portal().uploaded(two, "photo", Sample.jpeg("merged " + paper));
        String first = applicant(archive.client("officer"), one);
        String second = applicant(archive.client("officer2"), two);
        String request = granted("ACCESS");
        String stated = "?purpose=P-RIGHTS&ref=" + request;
        assertThat(numbersIn(request)).containsExactly(one.number());
        assertThat(candidates(dpo, first, stated)).contains(second);

        JsonObject merge = merge(dpo, stated, first, second).require(201).json();

        merge(dpo, stated, second, first).requireProblem(409, "already-decided");
        assertThat(numbersIn(request))
                .as("what was granted before is about whom it was decided about")
                .containsExactly(one.number());
        String both = granted("ACCESS");
        assertThat(numbersIn(both)).containsExactlyInAnyOrder(one.number(), two.number());
        assertThat(names(both)).contains("documents/" + photo + ".jpg");
        assertThat(candidates(dpo, first, stated)).doesNotContain(second);
        assertThat(dpo.get(path(first) + stated).json().getJsonArray("merges").getJsonObject(0))
                .isEqualTo(merge);
        String undo = MERGES + "/" + merge.getString("id") + "/undo" + stated;
        dpo.post(undo, "").require(204);
        dpo.post(undo, "").requireProblem(409, "already-decided");
        assertThat(numbersIn(both)).containsExactly(one.number());
        assertThat(candidates(dpo, first, stated)).contains(second);
        merge(dpo, stated, first, first).requireProblem(400, "malformed");
        for (String person : List.of(first, second)) {
            Patience.until(SOON, () -> corrections(archive, person), count -> count == 2);
        }
    }

    @Test
    @DisplayName("a case officer is offered, and merges, only persons whose cases are theirs to see")
    void anOfficerMergesOnlyWhomTheySee(RunningArchive archive) {
        String first = applicant(officer, lodged(cabinet, "RD-1", "Görünənov"));
        String seen = applicant(officer, lodged("cabinet-" + UUID.randomUUID(), "RD-1", "Gorunanov"));
        String hidden =
                applicant(archive.client("officer2"), lodged("cabinet-" + UUID.randomUUID(), "RD-2", "Gorunenov"));

        assertThat(candidates(officer, first, SERVICE)).contains(seen).doesNotContain(hidden);
        officer.get(path(hidden) + SERVICE).requireProblem(404, "not-found");
        officer.get(path(first)).requireProblem(400, "purpose-required");
        archive.client("medical").get(path(first) + SERVICE).requireProblem(404, "not-found");
        merge(officer, SERVICE, first, hidden).requireProblem(404, "not-found");
        merge(officer, SERVICE, hidden, first).requireProblem(404, "not-found");
        String merge = merge(officer, SERVICE, first, seen).require(201).json().getString("id");
        archive.client("officer2")
                .post(MERGES + "/" + merge + "/undo" + SERVICE, "")
                .requireProblem(404, "not-found");
        dpo.post(MERGES + "/" + merge + "/undo?purpose=P-RIGHTS&ref=R-1", "").require(204);
        merge(officer, SERVICE, first, seen).require(201);
    }

    @Test
    @DisplayName("who is one is destroyed as one, and the merge with them")
    void aMergeDiesWithThePersons(RunningArchive archive) {
        Lodged one = lodged(cabinet, "RD-1", "Silinmişov");
        Lodged two = lodged("cabinet-" + UUID.randomUUID(), "RD-1", "Silinmisov");
        String merge = merge(officer, SERVICE, applicant(officer, one), applicant(officer, two))
                .require(201)
                .json()
                .getString("id");

        granted("ERASE");

        String rows = "select count(*) from archive.person_merge where id = '" + merge + "'";
        Patience.until(DESTROYED_WITHIN, () -> text(archive, rows), "0"::equals);
        archive.staff("officer").view(one, "P-SERVICE").requireProblem(404, "not-found");
        archive.staff("officer").view(two, "P-SERVICE").requireProblem(404, "not-found");
    }

    /** Somebody's, who has the paper. */
    private Lodged lodged(String by, String unit, String surname) {
        JsonObject made = portal.post(
                        "/api/v1/applications",
                        Forms.workPermitOf(unit, surname, "Elnur", paper),
                        "On-Behalf-Of",
                        by,
                        "Assurance",
                        "L2")
                .require(201)
                .json();
        return new Lodged(made.getString("number"), made.getString("accessCode"));
    }

    private static String applicant(Client staff, Lodged lodged) {
        return staff
                .get(lodged.path() + SERVICE)
                .require(200)
                .json()
                .getJsonArray("parties")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(party -> party.getString("role").equals("applicant"))
                .findFirst()
                .orElseThrow()
                .getString("subject");
    }

    private String granted(String kind) {
        String request = portal.post(
                        "/api/v1/requests", "{\"kind\":\"" + kind + "\"}", "On-Behalf-Of", cabinet, "Assurance", "L2")
                .require(201)
                .json()
                .getString("number");
        dpo.post("/api/v1/requests/" + request + "/decision", "{\"outcome\":\"granted\"}")
                .require(200);
        return request;
    }

    private static String path(String person) {
        return "/api/v1/subjects/" + person + "/candidates";
    }

    private static List<String> candidates(Client staff, String person, String stated) {
        return staff
                .get(path(person) + stated)
                .require(200)
                .json()
                .getJsonArray("candidates")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getString("subject"))
                .toList();
    }

    private static Answer merge(Client staff, String stated, String kept, String merged) {
        return staff.post(MERGES + stated, "{\"kept\":\"" + kept + "\",\"merged\":\"" + merged + "\"}");
    }

    /** Numbers of the cases of which the answer tells. */
    private List<String> numbersIn(String request) throws IOException {
        return unpacked(request, "data.json").getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("number"))
                .toList();
    }

    private JsonObject unpacked(String request, String name) throws IOException {
        try (ZipInputStream in = answer(request)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(in.readAllBytes()))) {
                        return reader.readObject();
                    }
                }
            }
        }
        throw new AssertionError("the answer has no " + name);
    }

    private List<String> names(String request) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = answer(request)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private ZipInputStream answer(String request) {
        byte[] zip = dpo.get("/api/v1/requests/" + request + "/answer?purpose=P-RIGHTS")
                .require(200)
                .body();
        return new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8);
    }

    /** Entries on that person that tell of a correction: here of the merge and of its undoing. */
    private static long corrections(RunningArchive archive, String person) {
        return archive
                .client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&limit=500&subject=" + person)
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(entry -> entry.getString("action").equals("correct"))
                .count();
    }

    private static String text(RunningArchive archive, String question) {
        StringBuilder text = new StringBuilder();
        LogBook.bySuperuser(archive).query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }
}
