package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching for persons, as the contract has it: matches the caller may know of, best first. */
@ExtendWith(SharedArchive.class)
class SearchScenarioIT {
    private static final Duration REBUILT_WITHIN = Duration.ofSeconds(60);

    @Test
    void aPersonIsFoundByDocumentNumberPinAndAddressHoweverTheyAreTyped(RunningArchive archive) {
        String number = number();
        Lodged lodged = archive.portal().lodge(Forms.workPermitOf("RD-1", "Qurbanov", "Tofiq", number));
        String typed = " " + number.substring(0, 4).toLowerCase(Locale.ROOT) + " " + number.substring(4) + "-";

        for (String form : List.of(
                "{\"documentNumber\":\"" + typed + "\"}",
                "{\"pin\":\"p" + number + "\"}",
                "{\"email\":\"" + number + "@EXAMPLE.org \"}")) {
            JsonObject only = only(search(archive, "officer", form));

            assertThat(only.getString("number")).as(form).isEqualTo(lodged.number());
            assertThat(only.getString("role")).isEqualTo("applicant");
            assertThat(only.getJsonNumber("likeness").doubleValue()).isEqualTo(1);
            assertThat(only.getString("class")).isEqualTo("RC-WP");
        }
    }

    @ParameterizedTest
    @CsvSource({"Məmmədov, Nəriman", "Mamedov, Nariman", "Мамедов, Нариман", "محمدوف, نریمان", "MAMMADOVA, NARIMAN"})
    void aNameIsFoundInEveryScriptAndSpelling(String surname, String given, RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermitOf("RD-1", "Məmmədov", "Nəriman", number()));

        Answer found = search(archive, "officer", named(surname, given));

        assertThat(numbers(found)).contains(lodged.number());
        assertThat(found.text()).doesNotContain("Məmmədov").doesNotContain("1984");
    }

    @Test
    void whoIsMeantComesBeforeWhoIsCalledAlike(RunningArchive archive) {
        // Named as no other applicant of this archive is, nor born on that day: others would fill the page.
        Lodged other = archive.portal().lodge(Forms.workPermitOf("RD-1", "Qasımzadə", "Fidanə", number()));
        Lodged meant = archive.portal()
                .lodge(Forms.workPermit("RD-1", "Qasımzadə")
                        .replace("Aynur", "Fidan")
                        .replace("1990-04-17", "1991-06-23"));

        Answer found = search(
                archive,
                "officer",
                "{\"surname\":\"Gasimzade\",\"givenNames\":\"Fidan\",\"birthDate\":\"1991-06-23\",\"nationality\":\"TUR\"}");

        assertThat(numbers(found)).containsSubsequence(meant.number(), other.number());
    }

    @Test
    void aCaseOfAnotherDepartmentIsFoundByNobodyElseAndLooksLikeNone(RunningArchive archive) {
        String number = number();
        archive.portal().lodge(Forms.workPermitOf("RD-1", "Gizlinov", "Rəcəb", number));
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer theirs = search(archive, "officer2", "{\"documentNumber\":\"" + number + "\"}");
        Answer nobodys = search(archive, "officer2", "{\"documentNumber\":\"" + number() + "\"}");
        Answer named = search(archive, "officer2", named("Gizlinov", "Rəcəb"));

        assertThat(numbers(theirs)).isEmpty();
        assertThat(theirs.text()).isEqualTo(nobodys.text()).isEqualTo(named.text());
        assertThat(log.since())
                .hasSize(3)
                .allMatch(entry -> entry.publicPart().action().equals("denied"));
    }

    @Test
    void theRecordsManagerFindsCasesOfEveryDepartment(RunningArchive archive) {
        Lodged one = archive.portal().lodge(Forms.workPermitOf("RD-1", "Hamıyabəllizadə", "Ülvi", number()));
        Lodged two = archive.portal().lodge(Forms.workPermitOf("RD-2", "Hamıyabəllizadə", "Ülvi", number()));
        String form = named("Hamiyabellizade", "Ulvi");

        Answer all = archive.staff("records").searchFor(form, "P-RECORDS").require(200);
        Answer own = search(archive, "officer", form);

        assertThat(numbers(all)).contains(one.number(), two.number());
        assertThat(numbers(own)).contains(one.number()).doesNotContain(two.number());
    }

    @Test
    void eachPersonShownIsAnEntryAndWhatWasTypedIsInNone(RunningArchive archive) {
        String number = number();
        archive.portal().lodge(Forms.workPermitOf("RD-1", "Yazılanov", "Əkrəm", number));
        LogBook.Mark log = LogBook.of(archive).mark();

        search(archive, "officer", "{\"documentNumber\":\"" + number + "\"}");

        assertThat(log.since())
                .as("one for the applicant, one for the employer")
                .hasSize(2)
                .allMatch(entry -> entry.publicPart().action().equals("search")
                        && entry.publicPart().purpose().equals("P-SERVICE"))
                .noneMatch(entry -> new String(entry.encoded(), StandardCharsets.ISO_8859_1).contains(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"surname\":\"Əliyev\"}",
                "{\"surname\":\"- -\",\"givenNames\":\"12\"}",
                "{\"documentNumber\":\"--\"}",
                "{\"documentNumber\":\"C1\",\"email\":\"a@example.org\"}",
                "{\"pin\":\"1\",\"birthDate\":\"1990-04-17\"}",
                "{\"surname\":\"Əliyev\",\"birthDate\":\"17.04.1990\"}"
            })
    void aSearchThatNamesNobodyIsRefused(String form, RunningArchive archive) {
        archive.staff("officer").searchFor(form, "P-SERVICE").requireProblem(400, "malformed");
    }

    @Test
    void aLostIndexIsRebuiltAndUntilThenNothingIsCalledUnknown(RunningArchive archive) {
        String number = number();
        Lodged lodged = archive.portal().lodge(Forms.workPermitOf("RD-1", "İtirilməzov", "Əli", number));
        String form = "{\"documentNumber\":\"" + number + "\"}";

        LogBook.of(archive).execute("truncate archive.blind_index");

        Patience.until(
                REBUILT_WITHIN,
                () -> {
                    Answer answer = archive.staff("officer").searchFor(form, "P-SERVICE");
                    if (answer.status() == 503) {
                        return answer.requireProblem(503, "index-rebuilding");
                    }
                    assertThat(numbers(answer)).containsExactly(lodged.number());
                    return answer;
                },
                answer -> answer.status() == 200);
        assertThat(numbers(search(archive, "officer", form))).containsExactly(lodged.number());
        assertThat(numbers(search(archive, "officer", named("Itirilmezov", "Ali"))))
                .contains(lodged.number());
    }

    private static Answer search(RunningArchive archive, String user, String form) {
        return archive.staff(user).searchFor(form, "P-SERVICE").require(200);
    }

    private static String named(String surname, String given) {
        return "{\"surname\":\"" + surname + "\",\"givenNames\":\"" + given + "\"}";
    }

    private static JsonObject only(Answer found) {
        assertThat(found.json().getJsonArray("items")).hasSize(1);
        return found.json().getJsonArray("items").getJsonObject(0);
    }

    private static List<String> numbers(Answer found) {
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("number"))
                .toList();
    }

    /** A document's number that nobody else has. */
    private static String number() {
        return UUID.randomUUID().toString().substring(0, 13).replace("-", "").toUpperCase(Locale.ROOT);
    }
}
