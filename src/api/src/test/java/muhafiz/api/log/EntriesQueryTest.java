package muhafiz.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.audit.LogQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntriesQueryTest {
    private static LogQuestion.Page of(String name, String value) {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle(name, value);
        return EntriesQuery.read(query).page();
    }

    @Test
    void aPageBeginsAfterAnEntry() {
        assertThat(of("after", "0")).isEqualTo(new LogQuestion.Page(OptionalLong.of(0), 100));
        assertThat(of("after", "-1")).isEqualTo(new LogQuestion.Page(OptionalLong.of(-1), 100));
        assertThat(of("limit", "500")).isEqualTo(new LogQuestion.Page(OptionalLong.empty(), 500));
        assertThat(of("purpose", "P-OVERSIGHT")).isEqualTo(new LogQuestion.Page(OptionalLong.empty(), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "after, -2",
        "after, x",
        "after, 9999999999999999999",
        "limit, 0",
        "limit, -1",
        "limit, 501",
        "limit, ''",
        "from, 2026-01-31",
        "to, yesterday",
        "from, 1969-12-31T23:59:59Z",
        "to, +10000-01-01T00:00:00Z",
        "operation, READ",
        "actor, two words"
    })
    void whatIsNoPlaceOrSizeIsMalformed(String name, String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> of(name, value))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void everyFilterIsRead() {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle("subject", "00112233-4455-6677-8899-aabbccddeeff");
        query.putSingle("document", "00112233-4455-6677-8899-aabbccddee00");
        query.putSingle("actor", "officer");
        query.putSingle("operation", "read_content");
        query.putSingle("from", "2026-01-31T08:00:00Z");
        query.putSingle("to", "2026-02-28T08:00:00Z");

        assertThat(EntriesQuery.read(query))
                .isEqualTo(new LogQuestion(
                        new LogQuestion.Whom(
                                Optional.of(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
                                Optional.of(UUID.fromString("00112233-4455-6677-8899-aabbccddee00"))),
                        Optional.of("officer"),
                        Optional.of("read_content"),
                        Optional.of(Instant.parse("2026-01-31T08:00:00Z")),
                        Optional.of(Instant.parse("2026-02-28T08:00:00Z")),
                        Optional.empty(),
                        new LogQuestion.Page(OptionalLong.empty(), 100)));
    }

    @Test
    void whatIsSaidTwiceIsMalformed() {
        var query = new MultivaluedHashMap<String, String>();
        query.addAll("actor", "officer", "officer2");

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> EntriesQuery.read(query));
    }

    @Test
    void aFilterThatIsNotKnownIsNotIgnored() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> of("person", "x"));
    }
}
