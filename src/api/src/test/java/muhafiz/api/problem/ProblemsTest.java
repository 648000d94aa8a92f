package muhafiz.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.keys.ForgottenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
    private static final String OPERATION = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"; // RFC 9562 §4

    /** Member names and meanings: RFC 9457 §3.1. */
    @Test
    void aProblemHasTheStandardsMembersAndItsOwn() {
        RefusedException refused =
                new RefusedException(Refusal.TYPE_NOT_ACCEPTED, "found text/html", Map.of("detected", "text/html"));

        JsonObject body = Problems.of(refused).json(OPERATION);

        assertThat(body.keySet()).containsExactly("type", "status", "title", "detail", "instance", "detected");
        assertThat(body.getString("type")).endsWith(":type-not-accepted");
        assertThat(body.getInt("status")).isEqualTo(415);
        assertThat(body.getString("detail")).isEqualTo("found text/html");
        assertThat(body.getString("instance")).isEqualTo("urn:uuid:" + OPERATION);
        assertThat(body.getString("detected")).isEqualTo("text/html");
    }

    /** Codes and statuses as the contract names them. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_MEMBER, 400, unknown-member",
        "PURPOSE_REQUIRED, 400, purpose-required",
        "REF_REQUIRED, 400, ref-required",
        "PURPOSE_NOT_GRANTED, 403, purpose-not-granted",
        "RESTRICTED, 403, restricted",
        "DIGEST_MISMATCH, 400, digest-mismatch",
        "TOO_LARGE, 413, too-large",
        "TYPE_NOT_ACCEPTED, 415, type-not-accepted",
        "DUPLICATE, 409, duplicate",
        "KIND_UNKNOWN, 422, kind-unknown",
        "CHANNEL_NOT_ACCEPTED, 422, channel-not-accepted",
        "IDEMPOTENCY_MISMATCH, 422, idempotency-mismatch",
        "TOO_MANY_ATTEMPTS, 429, too-many-attempts",
        "BODY_TOO_SLOW, 408, body-too-slow",
        "NOT_FOUND, 404, not-found",
    })
    void theContractsCodesHaveTheContractsStatuses(Refusal refusal, int status, String code) {
        ProblemKind kind = ProblemKind.of(refusal);

        assertThat(kind.status()).isEqualTo(status);
        assertThat(kind.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsAClientsProblem(Refusal refusal) {
        assertThat(ProblemKind.of(refusal).status()).isBetween(400, 499);
        assertThat(ProblemKind.of(refusal).title()).isNotBlank();
    }

    @Test
    void noTwoRefusalsShareATitle() {
        assertThat(Arrays.stream(Refusal.values()).map(ProblemKind::of).map(ProblemKind::title))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsAwaySaysWhenToAskAgain() {
        Problem problem = Problems.of(new UnavailableException("index-rebuilding", Duration.ofSeconds(30)));

        assertThat(problem.kind()).isEqualTo(ProblemKind.unavailable("index-rebuilding"));
        assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", "30"));
    }

    @Test
    void aMessageThatIsNoCodeIsNotShown() {
        Problem problem = Problems.of(new UnavailableException("no answer from 10.0.0.7", Duration.ofMillis(1)));

        assertThat(problem.json(OPERATION).toString())
                .doesNotContain("10.0.0.7")
                .contains(":unavailable\"");
        assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", "1"));
    }

    @Test
    void nothingUnexpectedSpeaksInItsOwnWords() {
        for (Throwable thrown : new Throwable[] {
            new IllegalStateException("canary"), new IntegrityException("canary"), new OutOfMemoryError("canary")
        }) {
            Problem problem = Problems.of(thrown);

            assertThat(problem.kind().status()).isEqualTo(500);
            assertThat(problem.json(OPERATION).toString()).doesNotContain("canary");
        }
    }

    /** SQLSTATE values: PostgreSQL, Appendix A. */
    @ParameterizedTest
    @CsvSource({
        "08006, 503",
        "40P01, 503",
        "57P01, 503",
        "53300, 503",
        "55P03, 503",
        "55006, 500",
        "23505, 500",
        "42P01, 500",
        ", 500"
    })
    void aDatabaseThatIsAwayIsNotOneThatObjects(@Nullable String state, int status) {
        Throwable thrown = new RuntimeException("canary", new SQLException("canary", state));

        assertThat(Problems.of(thrown).kind().status()).isEqualTo(status);
    }

    @Test
    void whatWasForgottenIsUnknown() {
        assertThat(Problems.of(new ForgottenException()).kind()).isEqualTo(ProblemKind.of(Refusal.NOT_FOUND));
    }

    /** RFC 9110 §15.5.17: a 416 says how long the thing is. */
    @Test
    void anUnsatisfiableRangeSaysTheLength() {
        RefusedException refused = new RefusedException(
                Refusal.RANGE_NOT_SATISFIABLE, "the document has 1234 bytes", Map.of("length", "1234"));

        assertThat(Problems.of(refused).headers()).isEqualTo(Map.of("Content-Range", "bytes */1234"));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "405", "406", "408", "411", "412", "413", "414", "415", "417", "431"})
    void whatTheContainerRefusesKeepsItsStatus(int status) {
        assertThat(Problems.ofStatus(status).kind().status()).isEqualTo(status);
        assertThat(Problems.ofStatus(599).kind()).isEqualTo(ProblemKind.UNEXPECTED);
    }
}
