package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    @Test
    void aSoundMachinePasses() {
        assertThatCode(SelfTest::run).doesNotThrowAnyException();
    }

    @Test
    void anotherAnswerThanTheKnownOneIsRefused() throws IOException {
        var known = Wycheproof.cases().get(8);
        byte[] wrong = known.sealed();
        wrong[wrong.length - 1] ^= 1;

        try (var key = LeafKey.of(known.key())) {
            assertThatCode(() -> SelfTest.knownAnswer(key, known.sealed())).doesNotThrowAnyException();
            assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> SelfTest.knownAnswer(key, wrong));
        }
    }
}
