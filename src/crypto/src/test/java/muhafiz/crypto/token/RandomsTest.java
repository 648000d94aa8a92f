package muhafiz.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomsTest {
    @Test
    void anIdIsARandomUuid() {
        assertThat(Randoms.id().version()).isEqualTo(4);
        assertThat(Randoms.id()).isNotEqualTo(Randoms.id());
    }

    @Test
    void randomBytesHaveTheirLength() {
        assertThat(Randoms.bytes(0)).isEmpty();
        assertThat(Randoms.bytes(32)).hasSize(32).isNotEqualTo(Randoms.bytes(32));
    }
}
