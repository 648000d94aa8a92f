package muhafiz.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private static final Set<String> PARTY = Set.of("role", "surname");

    private static Members read(String body, String... known) throws IOException {
        return read(body.getBytes(StandardCharsets.UTF_8), known);
    }

    private static Members read(byte[] body, String... known) throws IOException {
        return JsonBody.read(new ByteArrayInputStream(body), Set.of(known));
    }

    private static RefusedException refused(Refusal refusal, ThrowingCallable call) {
        RefusedException[] thrown = new RefusedException[1];
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).satisfies(e -> thrown[0] = e);
        assertThat(thrown[0].refusal()).isEqualTo(refusal);
        return thrown[0];
    }

    @Test
    void membersAreTakenByNameAndType() throws IOException {
        Members form = read("""
                {"unit":"RD-1","term":"P1Y","feePaid":1200.50,"arrivedOn":"2026-03-19","source":null,
                 "parties":[{"role":"applicant","surname":"Əliyeva"}]}""", "unit", "term", "feePaid", "arrivedOn", "source", "parties");

        assertThat(form.text("unit")).isEqualTo("RD-1");
        assertThat(form.maybePeriod("term")).contains(Period.ofYears(1));
        assertThat(form.maybeAmount("feePaid")).contains(new BigDecimal("1200.50"));
        assertThat(form.maybeDate("arrivedOn")).contains(LocalDate.of(2026, 3, 19));
        assertThat(form.maybeText("source")).isEmpty();
        Members party = form.objects("parties", PARTY).get(0);
        assertThat(party.oneOf("role", Set.of("applicant"))).isEqualTo("applicant");
        assertThat(party.texts(Set.of("surname", "givenNames"))).isEqualTo(Map.of("surname", "Əliyeva"));
    }

    @Test
    void aMemberNobodyAskedForIsRefusedByName() {
        RefusedException refused =
                refused(Refusal.UNKNOWN_MEMBER, () -> read("{\"number\":1,\"surname\":\"canary\"}", "number"));

        assertThat(refused.members()).isEqualTo(Map.of("member", "surname"));
        assertThat(refused).hasMessageNotContaining("canary");
    }

    @Test
    void aNameThatIsNoNameIsNotRepeated() {
        RefusedException refused =
                refused(Refusal.UNKNOWN_MEMBER, () -> read("{\"Jane Q. Public <jane@example.org>\":1}"));

        assertThat(refused.members()).isEqualTo(Map.of("member", "?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":\"canary\"}", "{\"on\":20260319}", "{\"on\":{}}", "{\"on\":\"2026-02-30\"}", "{}"})
    void aWrongTypeNamesTheMemberAndNotTheValue(String body) throws IOException {
        Members form = read(body, "on");

        RefusedException refused = refused(Refusal.MALFORMED, () -> form.date("on"));

        assertThat(refused.members()).isEqualTo(Map.of("member", "on"));
        assertThat(refused).hasMessageNotContaining("canary");
    }

    @Test
    void aMemberOfAListIsNamedByItsPlace() throws IOException {
        Members party = read("{\"parties\":[{\"role\":\"applicant\"},{\"role\":7}]}", "parties")
                .objects("parties", PARTY)
                .get(1);

        RefusedException refused = refused(Refusal.MALFORMED, () -> party.text("role"));

        assertThat(refused.members()).isEqualTo(Map.of("member", "parties[1].role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "0.001", "\"12\"", "12345678901234567"})
    void anAmountIsPlainAndNotNegative(String value) throws IOException {
        Members form = read("{\"feePaid\":" + value + "}", "feePaid");

        refused(Refusal.MALFORMED, () -> form.maybeAmount("feePaid"));
    }

    /** Grammar: RFC 8259; no name twice: its §4 leaves that to us. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "{",
                "{}{}",
                "{} x",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":1,\"a\":2}",
                "// {}\n{}",
                "not json",
            })
    void whatIsNotOneObjectIsMalformed(String body) {
        refused(Refusal.MALFORMED, () -> read(body));
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        refused(Refusal.MALFORMED, () -> read("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
        refused(Refusal.MALFORMED, () -> read("{}".getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void nothingAtAllIsAnEmptyBody() {
        refused(Refusal.EMPTY_BODY, () -> read(""));
    }

    @Test
    void aBodyIsBoundedInLengthAndDepth() throws IOException {
        String longest = "{\"a\":\"" + "x".repeat(JsonBody.LONGEST - 8) + "\"}";
        String deepest = "{\"a\":" + "[".repeat(JsonBody.DEEPEST - 1) + "]".repeat(JsonBody.DEEPEST - 1) + "}";

        read(longest, "a");
        read(deepest, "a");
        read("{\"a\":\"" + "[{".repeat(100) + "\\\"[\"}", "a");
        refused(Refusal.TOO_LARGE, () -> read(longest + " "));
        refused(Refusal.MALFORMED, () -> read(deepest.replace("[]", "[[]]")));
    }
}
