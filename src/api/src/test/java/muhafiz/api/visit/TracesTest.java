package muhafiz.api.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracesTest {
    @Test
    void theTraceOfAFailureHoldsTypesAndPlacesAndNoMessage() {
        Throwable thrown = new IllegalStateException("canary", new RuntimeException("canary"));

        assertThat(Traces.of(thrown))
                .contains("java.lang.IllegalStateException", "caused by java.lang.RuntimeException", "TracesTest")
                .doesNotContain("canary");
    }
}
