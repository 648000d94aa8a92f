package muhafiz.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of RFC 9110 §8.8.3.2, §13.1.1, §13.1.2 and §13.1.5. */
class EntityTagsTest {
    private static final String TAG = "\"xyzzy\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"xyzzy\"", "W/\"xyzzy\"", "\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\"", "*"})
    void ifNoneMatchComparesWeakly(String field) {
        assertThat(EntityTags.isHeld(Optional.of(field), TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r2d2xxxx\", \"c3piozzzz\"", "xyzzy", ""})
    void anotherVersionIsNotHeld(String field) {
        assertThat(EntityTags.isHeld(Optional.of(field), TAG)).isFalse();
    }

    @Test
    void ifMatchComparesStrongly() {
        assertThat(EntityTags.isMet(Optional.of("\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\""), TAG))
                .isTrue();
        assertThat(EntityTags.isMet(Optional.of("*"), TAG)).isTrue();
        assertThat(EntityTags.isMet(Optional.of("W/\"xyzzy\""), TAG)).isFalse();
        assertThat(EntityTags.isMet(Optional.empty(), TAG)).isTrue();
    }

    @Test
    void aRangeIsJoinedOnlyToTheSameVersion() {
        assertThat(EntityTags.mayBeRange(Optional.of(TAG), TAG)).isTrue();
        assertThat(EntityTags.mayBeRange(Optional.of("W/\"xyzzy\""), TAG)).isFalse();
        assertThat(EntityTags.mayBeRange(Optional.of("Tue, 15 Nov 1994 08:12:31 GMT"), TAG))
                .isFalse();
        assertThat(EntityTags.mayBeRange(Optional.empty(), TAG)).isTrue();
    }
}
