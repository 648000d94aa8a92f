package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine-readable zone of a passport says beside the form, and what follows. */
@ExtendWith(SharedArchive.class)
class ChoiceScenarioIT {
    private static final String OF_FORM = "C01234567";
    private static final String OF_PASSPORT = "U98765432";
    private static final List<String> ACTING = List.of("On-Behalf-Of", "cabinet-1", "Assurance", "L1");

    private RunningArchive archive;

    @BeforeEach
    void here(RunningArchive running) {
        archive = running;
    }

    @Test
    @DisplayName(
            "AP-4: where the zone's number differs from the form's both are shown, and nothing is accepted before a choice")
    void bothValuesAreShownAndNothingIsAcceptedBeforeAChoice() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Seçən"));
        String passport = read(lodged, Zone.ofWorkPermit("SECEN", OF_PASSPORT).pdf());

        assertThat(reasons(lodged)).containsExactly("differs-from-form");
        accept(passport).requireProblem(409, "choice-open");
        assertThat(accept(passport).json().getString("fields")).isEqualTo("documentNumber");
        JsonObject shown = only(look(passport).require(200).json());
        assertThat(shown.getString("form")).isEqualTo(OF_FORM);
        assertThat(shown.getString("document")).isEqualTo(OF_PASSPORT);
        assertThat(shown.isNull("taken")).isTrue();

        LogBook.Mark log = LogBook.of(archive).mark();
        choose(passport, "documentNumber", "document").require(204);

        assertThat(log.since().stream().map(entry -> entry.publicPart().action()))
                .contains("correct");
        assertThat(look(passport).require(200).json().getJsonArray("differences"))
                .isEmpty();
        assertThat(reasons(lodged)).isEmpty();
        assertThat(documentNumber(lodged)).isEqualTo(OF_PASSPORT);
        accept(passport).require(204);
    }

    @Test
    @DisplayName("AP-4: the form's value may stand, and the officer sees that it was chosen")
    void theFormsValueMayStandAndTheOfficerSeesThatItWasChosen() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Qalan"));
        String passport = read(lodged, Zone.ofWorkPermit("QALAN", OF_PASSPORT).pdf());

        choose(passport, "documentNumber", "form").require(204);

        JsonObject described = archive.staff("officer")
                .describe(passport, "P-SERVICE")
                .require(200)
                .json();
        assertThat(only(described).getString("taken")).isEqualTo("form");
        assertThat(documentNumber(lodged)).isEqualTo(OF_FORM);
        accept(passport).require(204);
    }

    @Test
    void aZoneIsTakenApartForTheOfficer() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Oxunan"));
        String passport = read(lodged, Zone.ofWorkPermit("OXUNAN", OF_FORM).pdf());

        JsonObject described = archive.staff("officer")
                .describe(passport, "P-SERVICE")
                .require(200)
                .json();

        JsonObject zone = described.getJsonObject("mrz");
        assertThat(zone.getString("format")).isEqualTo("TD3");
        assertThat(zone.getString("documentNumber")).isEqualTo(OF_FORM);
        assertThat(zone.getString("surname")).isEqualTo("OXUNAN");
        assertThat(zone.getString("birthDate")).isEqualTo("1990-04-17");
        assertThat(zone.getString("expiryDate")).isEqualTo("2035-01-01");
        assertThat(zone.getJsonArray("failing")).isEmpty();
        assertThat(zone.getBoolean("sure")).isTrue();
        assertThat(described.getJsonArray("differences")).isEmpty();
        assertThat(described.getJsonArray("reasons")).isEmpty();
        assertThat(described.getJsonObject("metadata")).doesNotContainKeys("mrz", "mrz:confidence");
    }

    @Test
    @DisplayName("DOC-3: the zone of a scan is read from the picture")
    void theZoneOfAScanIsReadFromThePicture() throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Şəkilov"));
        String passport = read(lodged, new Sample("image/jpeg", scan()));

        JsonObject described = archive.staff("officer")
                .describe(passport, "P-SERVICE")
                .require(200)
                .json();

        assertThat(described.getJsonObject("mrz").getBoolean("sure")).isTrue();
        assertThat(described.getJsonObject("mrz").getString("documentNumber")).isEqualTo(OF_FORM);
        assertThat(described.getJsonArray("differences"))
                .as("Ş is S, and Ə may be A")
                .isEmpty();
    }

    /** A page at 150 dpi, a little askew, of whom {@link Forms#workPermit} tells, by the name of SAKILOV. */
    private static byte[] scan() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ChoiceScenarioIT.class.getResourceAsStream("/passport-scan.jpg"))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C01234567,350101,P<TURSUALLI<<AYNUR,''",
        "C01234567,250101,P<TURSUALLI<<AYNUR,expired",
        "C01234567,350101,P<UTOSUALLI<<AYNUR,mrz-not-sure",
        "C01234568,350101,P<TURSUALLI<<AYNUR,mrz-not-sure"
    })
    @DisplayName("DOC-3: only a zone whose check digits hold and whose states are known is taken at its word")
    void whatIsNotSureIsAnOfficersToCompare(String shown, String expiry, String begins, String remark) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Suallı"));
        Zone zone = new Zone("TUR", "SUALLI<<AYNUR", OF_FORM, "900417", expiry);
        String text = zone.text().replace(OF_FORM, shown).replace("P<TURSUALLI<<AYNUR", begins);
        String passport = read(lodged, Sample.pdf(text));

        assertThat(reasons(lodged)).isEqualTo(remark.isEmpty() ? List.of() : List.of(remark));
        assertThat(look(passport).require(200).json().getJsonArray("differences"))
                .isEmpty();
        accept(passport).require(204);
    }

    @Test
    void aPassportWithoutAZoneIsRemarkedOn() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Boşov"));
        String passport = read(lodged, Sample.pdf("no zone " + UUID.randomUUID()));

        assertThat(reasons(lodged)).containsExactly("mrz-not-found");
        accept(passport).require(204);
    }

    @Test
    void valuesAreShownToThePersonAloneAndANumberTellsNone() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Gizlin"));
        String passport = read(lodged, Zone.ofWorkPermit("GIZLIN", OF_PASSPORT).pdf());
        String path = path(passport);

        archive.client("portal")
                .get(path, "On-Behalf-Of", "cabinet-2", "Assurance", "L2")
                .requireProblem(404, "not-found");
        archive.client("portal").get(path).requireProblem(404, "not-found");
        archive.client("officer").get(path).requireProblem(404, "not-found");
        String owned = path + "?application=" + lodged.number();
        archive.stranger().get(owned, lodged.asOwner()).requireProblem(404, "not-found");
        archive.client("officer")
                .post(path, "{\"field\":\"documentNumber\",\"take\":\"form\"}")
                .requireProblem(404, "not-found");

        archive.stranger()
                .post(owned, "{\"field\":\"surname\",\"take\":\"form\"}", lodged.asOwner())
                .requireProblem(400, "malformed");
        archive.stranger()
                .post(owned, "{\"field\":\"documentNumber\",\"take\":\"document\"}", lodged.asOwner())
                .requireProblem(409, "identity-needed");
        archive.stranger()
                .post(owned, "{\"field\":\"documentNumber\",\"take\":\"form\"}", lodged.asOwner())
                .require(204);
        assertThat(documentNumber(lodged)).isEqualTo(OF_FORM);
        accept(passport).require(204);
    }

    private String read(Lodged lodged, Sample sample) {
        String id = archive.portal().uploaded(lodged, "passport", sample);
        archive.awaitRead(id);
        return id;
    }

    private Answer look(String passport) {
        return archive.client("portal").get(path(passport), ACTING.toArray(String[]::new));
    }

    private Answer choose(String passport, String field, String take) {
        return archive.client("portal")
                .post(
                        path(passport),
                        "{\"field\":\"" + field + "\",\"take\":\"" + take + "\"}",
                        ACTING.toArray(String[]::new));
    }

    private Answer accept(String passport) {
        return archive.client("officer").post("/api/v1/documents/" + passport + "/review", "{\"state\":\"accepted\"}");
    }

    private static String path(String passport) {
        return "/api/v1/documents/" + passport + "/choice";
    }

    private static JsonObject only(JsonObject with) {
        List<JsonObject> differences = with.getJsonArray("differences").getValuesAs(JsonObject.class);
        assertThat(differences).hasSize(1);
        return differences.get(0);
    }

    /** As the applicant is told them. */
    private List<String> reasons(Lodged lodged) {
        return archive
                .stranger()
                .get(lodged.path(), lodged.asOwner())
                .require(200)
                .json()
                .getJsonArray("checklist")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("kind").equals("passport"))
                .flatMap(line -> line.getJsonArray("reasons").getValuesAs(JsonString.class).stream())
                .map(JsonString::getString)
                .toList();
    }

    private String documentNumber(Lodged lodged) {
        return archive
                .staff("officer")
                .view(lodged, "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("parties")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(party -> party.getString("role").equals("applicant"))
                .findFirst()
                .orElseThrow()
                .getString("documentNumber");
    }
}
