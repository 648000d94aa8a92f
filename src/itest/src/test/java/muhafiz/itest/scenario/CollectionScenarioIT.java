package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the service collects besides applications, each as a record of its own class. */
@ExtendWith(SharedArchive.class)
class CollectionScenarioIT {
    private static final String PERSON = """
            {"role":"applicant","surname":"Hesablı","givenNames":"Aynur","birthDate":"1990-04-17","nationality":"TUR",
             "documentNumber":"C01234567","email":"aynur@example.org","phone":"+994501234567"}""";

    private final String cabinet = "cabinet-" + UUID.randomUUID();

    @Test
    @Clause("COL-1")
    void whatAPersonEntersInTheCabinetIsARecordOfTheirAccount(RunningArchive archive) {
        String number = received(
                archive, "{\"class\":\"RC-CAB\",\"unit\":\"HQ\",\"channel\":\"cabinet\",\"parties\":[" + PERSON + "]}");

        JsonObject account = own(archive, number);

        assertThat(account.getString("class")).isEqualTo("RC-CAB");
        assertThat(account.getString("source")).isEqualTo("migration.gov.az"); // policy, channels.cabinet.origin
        assertThat(account.getString("purpose")).isEqualTo("P-CABINET");
    }

    @Test
    @Clause("COL-4")
    void aRegistrationForACourseIsARecordOfTraining(RunningArchive archive) {
        String number = received(
                archive, "{\"service\":\"TRAIN\",\"unit\":\"TC\",\"channel\":\"portal\",\"parties\":[" + PERSON + "]}");

        JsonObject course = own(archive, number);

        assertThat(course.getString("class")).isEqualTo("RC-TRAIN");
        assertThat(course.getString("purpose")).isEqualTo("P-SERVICE");
        assertThat(course.getJsonObject("retention").getString("rule")).isEqualTo("RC-TRAIN");
    }

    private String received(RunningArchive archive, String form) {
        Answer answer =
                archive.client("portal").post("/api/v1/applications", form, "On-Behalf-Of", cabinet, "Assurance", "L1");
        return answer.require(201).json().getString("number");
    }

    /** As the person sees it. */
    private JsonObject own(RunningArchive archive, String number) {
        List<JsonObject> items = archive.client("portal")
                .get("/api/v1/me", "On-Behalf-Of", cabinet, "Assurance", "L1")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        return items.stream()
                .filter(item -> item.getString("number").equals(number))
                .findFirst()
                .orElseThrow();
    }
}
