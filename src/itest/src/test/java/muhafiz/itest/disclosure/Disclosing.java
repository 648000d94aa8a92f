package muhafiz.itest.disclosure;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.RunningArchive;

/** What officers do who give something out. */
record Disclosing(RunningArchive archive) {
    static final String PATH = "/api/v1/disclosures";
    static final NationalArchive RECEIVER = NationalArchive.withKeyOf(3072);

    static final Map<String, String> ACT =
            Map.of("act", "Migration Code", "article", "13", "purpose", "joined-up e-service");
    static final Map<String, String> ORDER =
            Map.of("authority", "Prosecutor's Office", "caseNo", "7/2026", "scope", "the passport");

    /** A form for a body of this country, with an officer and the receiver's certificate. */
    static JsonObjectBuilder form(String ground, String country, Map<String, String> basis, List<String> documents) {
        JsonObjectBuilder said = Json.createObjectBuilder();
        basis.forEach(said::add);
        return Json.createObjectBuilder()
                .add("ground", ground)
                .add(
                        "recipient",
                        Json.createObjectBuilder()
                                .add("name", "State Customs Committee")
                                .add("officer", "A. Alıyev")
                                .add("country", country)
                                .add("email", "register@customs.example")
                                .add("certificate", RECEIVER.certificate()))
                .add("basis", said)
                .add("documents", list(documents))
                .add("fields", list(List.of("surname", "birthDate")));
    }

    static JsonArrayBuilder list(List<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    Answer propose(String user, String why, JsonObjectBuilder form) {
        return archive.client(user).post(PATH + "?" + why, form.build().toString());
    }

    /** By the officer of the case, for its own purpose. */
    Answer propose(JsonObjectBuilder form) {
        return propose("officer", "purpose=P-SERVICE", form);
    }

    String proposed(JsonObjectBuilder form) {
        return propose(form).require(201).json().getString("id");
    }

    Answer approve(String user, String purpose, String id) {
        return archive.client(user).post(path(id) + "/approvals?purpose=" + purpose, "");
    }

    Answer parcel(String id) {
        return archive.client("officer").get(path(id) + "/package?purpose=P-SERVICE");
    }

    Answer recall(String id) {
        return archive.client("dpo").post(path(id) + "/recall?purpose=P-LEGAL", "");
    }

    JsonObject seen(String id) {
        return archive.client("dpo")
                .get(path(id) + "?purpose=P-LEGAL")
                .require(200)
                .json();
    }

    Answer keepSecret(String id, String form) {
        return archive.client("dpo").post(path(id) + "/secrecy?purpose=P-LEGAL", form);
    }

    static String path(String id) {
        return PATH + "/" + id;
    }
}
