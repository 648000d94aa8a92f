package muhafiz.stand.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bodies have the form in which WildFly 39 answers {@code /health/ready}. */
class ServerRefusalTest {
    private static final String HEALTH = "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"archive\",\"status\":\"DOWN\","
            + "\"data\":{\"door\":\"%s\",\"store\":\"not asked or away\"}}]}";

    @Test
    void aServerThatStaysShutIsNotWaitedFor() {
        assertThat(ServerProgram.reasonIn(HEALTH.formatted("shut: policy.yaml, line 12: no such class")))
                .contains("policy.yaml, line 12: no such class");
    }

    @Test
    void aServerThatIsStillStartingIs() {
        assertThat(ServerProgram.reasonIn(HEALTH.formatted("shut: starting"))).isEmpty();
        assertThat(ServerProgram.reasonIn(HEALTH.formatted("open"))).isEmpty();
        assertThat(ServerProgram.reasonIn("")).isEmpty();
    }
}
