package muhafiz.itest.disk;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Portal;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.Tus;

/** Sends a canary of its own through every opening of the archive. Safe for use by several threads. */
final class Traffic {
    private final RunningArchive archive;
    private final Canary marker = Canary.text("what every canary begins with");
    private final List<String> openings = new ArrayList<>();
    private final List<Canary> others = Collections.synchronizedList(new ArrayList<>());

    Traffic(RunningArchive archive) {
        this.archive = archive;
    }

    /** What to look for: the beginning of all canaries, and what the archive itself gave out. */
    List<Canary> canaries() {
        return Stream.concat(Stream.of(marker), List.copyOf(others).stream()).toList();
    }

    /** A new canary; its last four digits are its number in {@link #openings}. */
    synchronized String canary(String opening) {
        openings.add(opening);
        return marker.text() + "%04d".formatted(openings.size() - 1);
    }

    /** Where canaries entered, each at its number. */
    synchronized List<String> openings() {
        return List.copyOf(openings);
    }

    private void given(String what, String value) {
        others.add(Canary.of(what, value));
        others.add(Canary.of(what + " without dashes", value.replace("-", "")));
    }

    /** Everything a day brings; returns the document's id. */
    String send() {
        Lodged lodged = lodge();
        String document = upload(lodged);
        wrongLogIns(lodged);
        inParts(lodged);
        searches(lodged);
        slipsOfThePen(lodged);
        return document;
    }

    Lodged lodge() {
        JsonObjectBuilder form = Json.createObjectBuilder()
                .add("service", "WP")
                .add("unit", "RD-1")
                .add("channel", "portal")
                .add("term", "P1Y")
                .add("externalNumber", canary("external number"))
                .add("form", Json.createObjectBuilder().add("reason", canary("form field")))
                .add("parties", parties());
        Answer answer = archive.client("portal")
                .post(
                        "/api/v1/applications",
                        form.build().toString(),
                        "On-Behalf-Of",
                        canary("On-Behalf-Of"),
                        "Assurance",
                        "L2");
        Lodged lodged = lodgedBy(answer);
        given("application number", lodged.number());
        given("access code", lodged.accessCode());
        return lodged;
    }

    private static Lodged lodgedBy(Answer answer) {
        var json = answer.require(201).json();
        return new Lodged(json.getString("number"), json.getString("accessCode"));
    }

    private JsonArrayBuilder parties() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("role", "applicant")
                        .add("surname", canary("surname"))
                        .add("givenNames", canary("given names"))
                        .add("birthDate", "1990-04-17")
                        .add("nationality", "TUR")
                        .add("documentNumber", canary("document number"))
                        .add("email", canary("e-mail") + "@example.org")
                        .add("phone", canary("phone"))
                        .add("address", canary("address"))
                        .add("pin", canary("PIN")))
                .add(Json.createObjectBuilder().add("role", "employer").add("name", canary("employer")));
    }

    String upload(Lodged lodged) {
        Portal portal = archive.portal();
        String key = canary("Idempotency-Key");
        Sample passport = Sample.pdf(canary("content"), 40_000);
        String document = portal.upload(lodged, "passport", passport, "Idempotency-Key", key)
                .require(201)
                .json()
                .getString("id");
        portal.upload(lodged, "passport", passport, "Idempotency-Key", key).require(201);
        Sample photo = Sample.jpeg(canary("comment of a photo"));
        portal.uploadAsForm(lodged, "photo", canary("file name") + ".jpg", photo)
                .require(201);
        return document;
    }

    /** One that is filed, one that is left half way. */
    private void inParts(Lodged lodged) {
        Tus tus = new Tus(archive.client("portal"));
        for (int missing : new int[] {0, 1}) {
            byte[] passport = Sample.pdf(canary("content in parts"), 700_000).bytes();
            String name = Base64.getEncoder()
                    .encodeToString(canary("file name in parts").getBytes(StandardCharsets.UTF_8));
            String upload =
                    tus.begun(lodged, "passport", passport.length + missing, "Upload-Metadata", "filename " + name);
            tus.append(upload, 0, Arrays.copyOf(passport, 1000)).require(204);
            tus.append(upload, 1000, Arrays.copyOfRange(passport, 1000, passport.length))
                    .require(204);
        }
    }

    private void wrongLogIns(Lodged lodged) {
        archive.clientWith(canary("log-in name"), canary("password"))
                .get("/log/entries")
                .require(401);
        archive.clientWith("officer", canary("wrong password"))
                .get("/log/entries")
                .require(401);
        archive.stranger().get(lodged.path(), "Access-Code", canary("wrong access code"));
        archive.stranger().get(lodged.path(), lodged.asOwner()).require(200);
        archive.stranger().get(lodged.path(), "Authorization", "Bearer " + canary("bearer token"));
    }

    private void searches(Lodged lodged) {
        archive.staff("officer").search(lodged.number(), "P-SERVICE").require(200);
        archive.staff("officer").search(canary("searched number"), "P-SERVICE");
        archive.client("officer")
                .post("/api/v1/searches?purpose=P-SERVICE", "{\"surname\":\"" + canary("searched surname") + "\"}");
        archive.staff("officer").view(lodged, "P-SERVICE").require(200);
    }

    /** What people type into fields that take codes only, and requests that are refused halfway. */
    private void slipsOfThePen(Lodged lodged) {
        Client officer = archive.client("officer");
        officer.get(lodged.path() + "?purpose=" + canary("purpose"));
        officer.get(lodged.path() + "?purpose=P-SERVICE&ref=" + canary("ref"));
        officer.get("/api/v1/documents/" + canary("document id") + "?purpose=P-SERVICE");
        archive.portal().upload(lodged, canary("kind"), Sample.pdf(canary("refused content")));
        archive.portal()
                .upload(
                        lodged,
                        "passport",
                        new Sample("text/plain", canary("refused type").getBytes()));
        archive.client("portal").post("/api/v1/applications", "{\"" + canary("unknown member") + "\":1}");
        archive.client("portal").post("/api/v1/applications", "{\"surname\": " + canary("broken JSON"));
        archive.client("supervisor")
                .post(
                        lodged.path() + "/assignment",
                        "{\"officer\":\"officer\",\"reason\":\"" + canary("reason of assignment") + "\"}");
    }
}
