package muhafiz.itest.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.forgotten.Operator;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.StandSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Published figures, from cases that the loader's command registers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsScenarioIT {
    private static final System.Logger LOG = System.getLogger(StatisticsScenarioIT.class.getName());
    private static final String RELEASES = "/api/v1/statistics/releases";
    private static final int SMALLEST = 10; // policy, statistics.disclosure_control.min_cell
    private static final List<String> ROWS = List.of("L1", "L2", "L3", "I1", "I2", "I3", "I4", "I5");
    private static final List<String> ILLEGAL = List.of("I1", "I2", "I3", "I4", "I5");

    /** Labels, and the eight figures; 69 applications to seven departments in turn leave nine to the last. */
    private static final List<String> TABLES = List.of(
            "whole;60;34;27;56;12;20;13;11",
            "offices;69;70;70;52;13;13;13;13",
            "small;30;30;30;44;14;17;10;3",
            "unsettled;10;10;10;45;11;11;11;11");

    /** Then the server works for an hour, and gets its second compiler back. */
    private static final boolean IS_WHOLE = "whole".equals(System.getProperty("muhafiz.seed004"));

    private RunningArchive archive;

    @BeforeAll
    void start() throws IOException {
        archive = RunningArchive.start("statistics", IS_WHOLE ? StandSettings::withServerArguments : same -> same);
        load(Files.write(archive.home().resolve("tables.csv"), TABLES));
    }

    @AfterAll
    void stop() {
        archive.close();
    }

    private String load(Path file) {
        String said =
                new Operator(archive.home(), archive.home().resolve("roots")).done("load-statistics", file.toString());
        LOG.log(System.Logger.Level.INFO, said.strip());
        return said;
    }

    private Client statistician() {
        return archive.client("statistician");
    }

    private JsonObject released(String form) {
        String id = statistician().post(RELEASES, form).require(201).json().getString("id");
        return statistician()
                .post(RELEASES + "/" + id + "/publication", "{}")
                .require(200)
                .json();
    }

    private static JsonObject row(JsonObject table, String row) {
        return table.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("row").equals(row))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> values(JsonObject table) {
        return ROWS.stream().map(row -> row(table, row).getInt("value")).toList();
    }

    private static List<String> hidden(List<JsonObject> figures) {
        return figures.stream()
                .filter(one -> one.get("value").equals(JsonValue.NULL))
                .map(one -> one.getString("part"))
                .toList();
    }

    private static List<JsonObject> parts(JsonObject table, String row) {
        return row(table, row).getJsonArray("parts").getValuesAs(JsonObject.class);
    }

    @Test
    @Clause("USE-8")
    @DisplayName(
            "AU-8: recounted, I1 (from the RC-VIO files themselves) = I2+I3+I4+I5, also after everything behind it was destroyed")
    void figuresOutliveTheirFilesAndAddUp() {
        JsonObject published = released("{\"period\":\"whole\"}");
        assertThat(values(published)).containsExactly(60, 34, 27, 56, 12, 20, 13, 11);
        assertThat(published.getString("period")).isEqualTo("whole");
        assertThat(published.getString("lastUpdated")).isNotBlank();
        assertThat(published.getInt("reportVersion")).isPositive();
        Orders orders = Orders.of(archive);
        String counted = "select count(*) from archive.violation v where v.period = 'whole'";
        assertThat(orders.text(counted)).as("the RC-VIO files themselves").isEqualTo("56");

        UUID order = orders.order("select 'case', id from archive.case_file");
        Patience.until(
                Duration.ofMinutes(6),
                "all is destroyed",
                () -> orders.state(order).equals("objects-deleted"));

        assertThat(orders.text("select count(*) from archive.case_file")).isEqualTo("0");
        assertThat(orders.text(counted)).isEqualTo("0");
        JsonObject recounted = statistician()
                .get("/api/v1/statistics?period=whole")
                .require(200)
                .json();
        assertThat(recounted.get("rows")).isEqualTo(published.get("rows"));
    }

    @Test
    void aReleaseIsForEverybodyInJsonAndCsvAndACorrectionNamesIt() {
        JsonObject first = released("{\"period\":\"small\"}");
        String path = RELEASES + "/" + first.getString("id");

        Answer csv = archive.stranger().get(path, "Accept", "text/csv").require(200);
        Answer json = archive.stranger().get(path, "Accept", "application/json").require(200);

        assertThat(csv.header("Content-Type")).get().asString().startsWith("text/csv");
        assertThat(csv.text())
                .contains("\"small\",")
                .contains(",L1,\"Total number of applications on registration upon place of stay\",,30,exact");
        assertThat(json.json()).isEqualTo(first);
        assertThat(ILLEGAL.stream().filter(row -> row(first, row).get("value").equals(JsonValue.NULL)))
                .as("three losses of a card, and one more of the sum")
                .hasSize(2)
                .contains("I5");
        statistician().post(RELEASES, "{\"period\":\"small\"}").requireProblem(409, "already-decided");
        JsonObject second = released("{\"period\":\"small\",\"corrects\":\"" + first.getString("id") + "\"}");
        assertThat(second.getString("corrects")).isEqualTo(first.getString("id"));
        assertThat(archive.stranger().get(path).require(200).json()).isEqualTo(first);
    }

    @Test
    void aTableWhoseRowsDoNotAddUpIsNotReleased() {
        Answer refused = statistician().post(RELEASES, "{\"period\":\"unsettled\"}");

        refused.requireProblem(409, "sum-rule-broken");
        assertThat(refused.json().getString("detail")).contains("differ by 1");
    }

    @Test
    @DisplayName(
            "ST-1, ST-2: a small cell of a split is hidden with one more of its sum, and no second table gives it away")
    void neitherASplitNorADifferenceOfTablesShowsASmallOffice() {
        JsonObject split = statistician()
                .get("/api/v1/statistics?period=offices&by=unit")
                .require(200)
                .json();
        assertThat(row(split, "L1").getInt("value")).as("69, rounded to five").isEqualTo(70);
        assertThat(hidden(parts(split, "L1")))
                .as("nine, and one more")
                .contains("RD-7")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(parts(split, "L1"))
                .filteredOn(one -> !one.get("value").equals(JsonValue.NULL))
                .isNotEmpty()
                .allMatch(one -> one.getInt("value") % 5 == 0 && one.getInt("value") >= SMALLEST);
        JsonObject whole = released("{\"period\":\"offices\"}");
        assertThat(values(whole)).containsExactly(69, 70, 70, 52, 13, 13, 13, 13);
        List<String> others = new ArrayList<>(List.of("RD-1", "RD-2", "RD-3", "RD-4", "RD-5", "RD-6", "HQ"));
        String form = "{\"period\":\"offices\",\"units\":[\"" + String.join("\",\"", others) + "\"]}";

        statistician().post(RELEASES, form).requireProblem(409, "would-disclose");
        archive.client("officer").post(RELEASES, form).requireProblem(403, "purpose-not-granted");
    }

    @Test
    void anOutcomeArisesFromOneViolationAndEachViolationHasOne() {
        Client control = archive.client("control");
        String violation = control.post("/api/v1/applications", file("RC-VIO", ""))
                .require(201)
                .json()
                .getString("number");
        String arising = ",\"arisesFrom\":\"" + violation + "\"";

        control.post("/api/v1/applications", file("RC-DEC48", "")).requireProblem(422, "violation-not-accepted");
        control.post("/api/v1/applications", file("RC-DEC48", arising)).require(201);
        control.post("/api/v1/applications", file("RC-EXP", arising)).requireProblem(422, "violation-not-accepted");
    }

    private static String file(String recordClass, String more) {
        return "{\"class\":\"" + recordClass + "\",\"unit\":\"HQ\",\"channel\":\"internal\"" + more
                + ",\"parties\":[{\"role\":\"applicant\",\"surname\":\"Pozan\",\"givenNames\":\"A\",\"birthDate\":\"1990-01-31\"}]}";
    }

    /** All of seed 004; an hour and more. */
    @Test
    @EnabledIfSystemProperty(named = "muhafiz.seed004", matches = "whole")
    void theFiveBlocksOfSeed004ArePrintedAsPublished() throws IOException {
        Path file = archive.home().resolve("seed004.csv");
        try (var published = getClass().getResourceAsStream("seed004.csv")) {
            Files.write(file, published.readAllBytes());
        }

        String said = load(file);

        assertThat(said).contains("Registered: " + (343_309 + 2 * 10_551) + " cases");
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                String[] words = line.split(";", -1);
                assertThat(values(released("{\"period\":\"" + words[0] + "\"}")))
                        .containsExactlyElementsOf(List.of(words).subList(1, words.length).stream()
                                .map(Integer::valueOf)
                                .toList());
            }
        }
        Orders orders = Orders.of(archive);
        UUID order = orders.order("select 'case', id from archive.case_file");
        Patience.until(
                Duration.ofHours(6),
                "all is destroyed",
                () -> orders.state(order).equals("objects-deleted"));
        JsonObject recounted = statistician()
                .get("/api/v1/statistics?period=block-1")
                .require(200)
                .json();
        assertThat(values(recounted)).containsExactly(96_732, 3456, 2746, 2792, 198, 1928, 653, 13);
    }
}
