package muhafiz.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnverifiedFindingsTest {

    @Test
    void findingsAreSortedSoThatTheSameFindingsAreTheSameBytes() {
        UnverifiedFindings findings = new UnverifiedFindings(
                Map.of("width", "1", "dc:title", "t", "pages", "2"), Map.of("b", List.of(), "a", List.of("x")), "r");

        assertThat(findings.metadata().keySet()).containsExactly("dc:title", "pages", "width");
        assertThat(findings.raw().keySet()).containsExactly("a", "b");
    }

    @Test
    void aTermThatIsNotTheArchivesIsRefused() {
        refused(Map.of("state", "accepted"), Map.of(), "r");
        refused(Map.of("dc:rights", "all"), Map.of(), "r");
    }

    @Test
    void aValueOfTheWrongShapeIsRefused() {
        for (String pages : List.of("", "-1", "01", "1e9", "12345678901", "٣")) {
            refused(Map.of("pages", pages), Map.of(), "r");
        }
        for (String created :
                List.of("yesterday", "2026-01-01", "2026-01-01T00:00:00+04:00", "2026-01-01T00:00:00.5Z")) {
            refused(Map.of("created", created), Map.of(), "r");
        }
        for (String format : List.of("pdf", "Application/PDF", "text/html; charset=x", "a/b/c")) {
            refused(Map.of("dc:format", format), Map.of(), "r");
        }
    }

    @Test
    void whatCannotBeShownIsRefused() {
        refused(Map.of("dc:title", "a\u0000b"), Map.of(), "r");
        refused(Map.of(), Map.of("k", List.of("escape \u001b[2J")), "r");
        refused(Map.of(), Map.of("k\u0007", List.of("v")), "r");
        refused(Map.of(), Map.of("k", List.of("half \ud83d")), "r");
    }

    @Test
    void theWidestFindingsAreTakenAndOneMoreIsNot() {
        String longest = "v".repeat(UnverifiedFindings.VALUE_CHARACTERS);
        Map<String, List<String>> most = IntStream.range(0, UnverifiedFindings.RAW_KEYS)
                .boxed()
                .collect(Collectors.toMap(i -> "k" + i, i -> List.of("v")));
        Map<String, List<String>> oneMore = new HashMap<>(most);
        oneMore.put("one more", List.of("v"));

        assertThat(new UnverifiedFindings(Map.of("dc:title", longest), most, "r"))
                .isNotNull();
        refused(Map.of("dc:title", longest + "v"), Map.of(), "r");
        refused(Map.of(), oneMore, "r");
        refused(Map.of(), Map.of("k".repeat(UnverifiedFindings.KEY_CHARACTERS + 1), List.of("v")), "r");
        refused(Map.of(), Map.of("k", List.of(longest + "v")), "r");
        refused(Map.of(), Map.of("k", Collections.nCopies(33, "v")), "r");
        refused(Map.of(), Map.of(), "r".repeat(201));
    }

    @Test
    void allTogetherHaveAnEndToo() {
        String longest = "v".repeat(UnverifiedFindings.VALUE_CHARACTERS);
        Map<String, List<String>> tooMuch =
                IntStream.range(0, 66).boxed().collect(Collectors.toMap(i -> "k" + i, i -> List.of(longest)));

        refused(Map.of(), tooMuch, "r");
    }

    @Test
    void findingsDoNotTellWhatTheyHoldWhereTheyArePrinted() {
        UnverifiedFindings findings =
                new UnverifiedFindings(Map.of("dc:title", "secret"), Map.of("k", List.of("secret")), "r");

        assertThat(findings.toString()).doesNotContain("secret");
        assertThat(new Inspection.Read(findings).toString()).doesNotContain("secret");
    }

    @Test
    void aReasonIsOneOfOursOrNone() {
        assertThatThrownBy(() -> new Inspection.Unreadable("<script>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Inspection.Died("Leyla")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Inspection.NotReadByMachine("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(Map<String, String> metadata, Map<String, List<String>> raw, String readers) {
        assertThatThrownBy(() -> new UnverifiedFindings(metadata, raw, readers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("accepted");
    }
}
