package muhafiz.itest.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** DP-8 and POL-4 of requirements.md, on an archive whose policy has loaded no year and whose temporary rule of 2020 holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarIT {
    private static final String NAME = "calendar";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Labour Code, art. 105, and the day of mourning, 20 January. */
    private static final List<String> HOLIDAYS =
            List.of("01-01", "01-02", "01-20", "03-08", "05-09", "05-28", "06-15", "06-26", "11-08", "11-09", "12-31");

    private static final int DECIDED_WITHIN = 20; // SVC-1: a work permit, working days
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static RunningArchive archive;
    private static Lodged lodged;
    private static LocalDate received;

    @BeforeAll
    static void start() {
        Path config = RunningArchive.homeOf(NAME + "-config");
        PolicyText shipped = PolicyText.shipped();
        PolicyText without = shipped.with("  years:\n    \"2026\": {", "  years: {}\n  partial_years:\n    \"2026\": {")
                .without("           moving: {", "           extra_working_days: [], working_days: 241")
                .with(
                        "extra_working_days: [], working_days: 241,",
                        "extra_working_days: [], from: \"2026-01-01\", to: \"2026-12-31\",")
                .without("  partial_years:               #", "    \"2016\"")
                .with(
                        "effective: [\"2020-04-27\", null], active: false",
                        "effective: [\"2020-04-27\", \"2099-12-31\"], active: true");
        archive = RunningArchive.start(
                NAME,
                settings -> settings.withConfig(ChangedConfig.of(settings, config)
                        .with("policy.yaml", shipped.yaml(), without.yaml())
                        .folder()));
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Order(0)
    @DisplayName(
            "DP-8: without a loaded year an application is received and dated, and warned that the calendar is missing")
    void aMissingYearRefusesNobodyAndComputesNothing() {
        Answer answer = archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", "Təqvimova"),
                        "On-Behalf-Of",
                        "cabinet-1",
                        "Assurance",
                        "L2");
        received = LocalDate.now(BAKU);

        JsonObject told = answer.require(201).json();
        assertThat(told.isNull("decideBy")).isTrue();
        assertThat(told.getJsonArray("warnings")).hasToString("[\"calendar-missing\"]");
        lodged = new Lodged(told.getString("number"), told.getString("accessCode"));
        assertThat(decideBy(lodged)).isEmpty();
        JsonObject paid = archive.client("portal")
                .post(
                        lodged.path() + "/payments",
                        "{\"amount\":1000,\"currency\":\"AZN\",\"paidAt\":\"" + Instant.now()
                                + "\",\"via\":\"card\",\"reference\":\"R-0\"}")
                .require(201)
                .json();
        assertThat(paid.isNull("decideBy")).isTrue();
        assertThat(paid.getJsonArray("warnings")).hasToString("[\"calendar-missing\"]");
        assertThat(archive.management().get("/health/ready").require(200).text())
                .contains("calendar-missing:" + received.getYear());
    }

    @Test
    @Order(1)
    void aYearIsConfirmedByAnotherPersonThanGaveIt() {
        int year = received.getYear();

        give("officer", year).requireProblem(403, "not-allowed");
        give("records", year).require(200);
        confirm("records", year).requireProblem(409, "same-person");
        confirm("dpo", year).requireProblem(403, "not-allowed");
        assertThat(decideBy(lodged)).isEmpty();
    }

    @Test
    @Order(1)
    void daysThatCannotBeThoseOfTheYearAreRefused() {
        int year = received.getYear();
        List<LocalDate> days = daysOff(year);

        put("records", year, days.subList(1, days.size())).requireProblem(422, "calendar-not-accepted");
        put(
                        "records",
                        year,
                        Stream.concat(days.stream(), Stream.of(firstWeekendDay(year)))
                                .toList())
                .requireProblem(422, "calendar-not-accepted");
        put("records", year + 1, days).requireProblem(422, "calendar-not-accepted");
    }

    @Test
    @Order(2)
    @DisplayName("DP-8: when the year is loaded the dates appear, and each is an entry")
    void aLoadedYearGivesTheDatesThatWereMissing() {
        LogBook.Mark before = LogBook.of(archive).mark();
        for (int year : List.of(received.getYear(), received.getYear() + 1)) {
            give("records", year).require(200);
            confirm("records2", year).require(200);
        }

        String expected = expected().toString();
        Patience.until(SOON, () -> decideBy(lodged), expected::equals);

        assertThat(before.allSince().stream()
                        .filter(entry -> entry.publicPart().rule().equals("archive.calendar-loaded"))
                        .count())
                .as("one entry for each of two persons")
                .isEqualTo(2);
        assertThat(archive.management().get("/health/ready").require(200).text())
                .doesNotContain("calendar-missing:" + received.getYear());
    }

    @Test
    @Order(3)
    void whichDatesAppearedIsShownToThoseWhoMayKnowOfTheCases() {
        assertThat(moved("records", "P-RECORDS")).containsExactly(lodged.number() + " null " + expected());
        assertThat(moved("officer", "P-SERVICE")).containsExactly(lodged.number() + " null " + expected());
        assertThat(moved("officer2", "P-SERVICE")).isEmpty();
    }

    @Test
    @Order(4)
    void anApplicationThatComesNowIsDatedAtOnce() {
        JsonObject told = archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", "Tarixova"),
                        "On-Behalf-Of",
                        "cabinet-1",
                        "Assurance",
                        "L2")
                .require(201)
                .json();

        assertThat(told.getString("decideBy")).isEqualTo(expected().toString());
        assertThat(told.getJsonArray("warnings")).isEmpty();
    }

    @Test
    @Order(4)
    @DisplayName("POL-4: while a temporary rule holds, reception is at ASAN only")
    void aTemporaryRuleLeavesReceptionToAsan() {
        String form = Forms.workPermit("RD-1", "Qəbulova");

        archive.client("reception")
                .post("/api/v1/applications", form.replace("\"channel\":\"portal\"", "\"channel\":\"reception\""))
                .requireProblem(422, "channel-not-accepted");
        archive.client("reception")
                .post("/api/v1/applications", form.replace("\"channel\":\"portal\"", "\"channel\":\"asan\""))
                .require(201);
    }

    @Test
    @Order(4)
    @DisplayName("OF-9: 1400 manat for a work permit of one year: decided within 10 working days, not 20")
    void whoPaysMoreForTheSameTermWaitsLess() {
        Lodged paying = archive.portal().lodge(Forms.workPermit("RD-1", "Tələsən"));
        assertThat(decideBy(paying)).isEqualTo(expected().toString());

        // EAP: 700 manat are 10 working days for three months, and for a year nothing.
        assertThat(paid(paying, 700, "P1Y", "R-1")).isEqualTo(expected().toString());
        assertThat(paid(paying, 700, "P1Y", "R-2")).isEqualTo(expected(10).toString());
        assertThat(decideBy(paying)).isEqualTo(expected(10).toString());
        assertThat(paid(paying, 600, "P6M", "R-3")).isEqualTo(expected().toString());
        assertThat(paid(paying, 1400, "P12M", "R-4"))
                .as("twelve months are a year")
                .isEqualTo(expected(10).toString());
    }

    /** @return the day by which the application must be decided then */
    private static String paid(Lodged paying, int manat, String term, String reference) {
        String form = "{\"amount\":" + manat + ",\"currency\":\"AZN\",\"term\":\"" + term + "\",\"paidAt\":\""
                + Instant.now() + "\",\"via\":\"card\",\"reference\":\"" + reference + "\"}";
        return archive.client("portal")
                .post(paying.path() + "/payments", form)
                .require(201)
                .json()
                .getString("decideBy");
    }

    private static LocalDate expected() {
        return expected(DECIDED_WITHIN);
    }

    /** Counted here from the days that were loaded: the day of receipt is not counted (LOI 24.5). */
    private static LocalDate expected(int within) {
        Set<LocalDate> off = new TreeSet<>(daysOff(received.getYear()));
        off.addAll(daysOff(received.getYear() + 1));
        LocalDate day = received;
        for (int counted = 0; counted < within; ) {
            day = day.plusDays(1);
            counted += WEEKEND.contains(day.getDayOfWeek()) || off.contains(day) ? 0 : 1;
        }
        return day;
    }

    private static List<LocalDate> daysOff(int year) {
        return HOLIDAYS.stream()
                .map(day -> MonthDay.parse("--" + day).atYear(year))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .toList();
    }

    private static LocalDate firstWeekendDay(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year, 1, 8))
                .filter(day -> WEEKEND.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
    }

    private static Answer give(String user, int year) {
        return put(user, year, daysOff(year));
    }

    private static Answer put(String user, int year, Collection<LocalDate> daysOff) {
        JsonArrayBuilder days = Json.createArrayBuilder();
        daysOff.forEach(day -> days.add(day.toString()));
        String form = Json.createObjectBuilder()
                .add("daysOff", days)
                .add("extraWorkingDays", Json.createArrayBuilder())
                .add("source", "decision of the Cabinet")
                .build()
                .toString();
        return archive.client(user)
                .send("PUT", "/api/v1/calendars/" + year, "application/json", BodyPublishers.ofString(form));
    }

    private static Answer confirm(String user, int year) {
        return archive.client(user).post("/api/v1/calendars/" + year + "/confirmation", "{}");
    }

    private static String decideBy(Lodged lodged) {
        JsonObject shown =
                archive.staff("officer").view(lodged, "P-SERVICE").require(200).json();
        return shown.isNull("decideBy") ? "" : shown.getString("decideBy");
    }

    /** By whichever of the two years it was computed first. */
    private static List<String> moved(String user, String purpose) {
        return Stream.of(received.getYear(), received.getYear() + 1)
                .flatMap(year -> moved(user, year, purpose))
                .toList();
    }

    private static Stream<String> moved(String user, int year, String purpose) {
        return archive
                .client(user)
                .get("/api/v1/calendars/" + year + "/moved?purpose=" + purpose)
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getString("number") + " " + one.get("before") + " " + one.getString("after"));
    }
}
