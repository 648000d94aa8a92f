package muhafiz.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.junit.jupiter.api.Test;

class SizedTest {
    @Test
    void aBodyOfTheLargestSizeComesWhole() throws IOException {
        assertThat(body(10, OptionalLong.of(10)).readAllBytes()).hasSize(10);
        assertThat(body(10, OptionalLong.empty()).readAllBytes()).hasSize(10);
    }

    @Test
    void aBodyDeclaredTooLargeIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> body(0, OptionalLong.of(11)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE);
                    assertThat(refused.members()).containsEntry("limit", "10");
                });
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefusedWhileItIsRead() {
        InputStream growing = body(11, OptionalLong.empty());

        assertThatThrownBy(growing::readAllBytes)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE));
    }

    @Test
    void aBodyShorterThanDeclaredIsNotTakenForWhole() {
        InputStream cut = body(9, OptionalLong.of(10));

        assertThatThrownBy(cut::readAllBytes)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    private static InputStream body(int bytes, OptionalLong declared) {
        return new Sized(new ByteArrayInputStream(new byte[bytes]), 10, declared);
    }
}
