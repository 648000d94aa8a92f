package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNameTest {
    private static final UUID VERSION = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");

    @Test
    void aNameIsVersionPartAndSegment() {
        assertThat(new ObjectName(VERSION, "page-1", 12)).hasToString("01234567-89ab-4def-8123-456789abcdef/page-1/12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01234567-89ab-4def-8123-456789abcdef/original/0",
                "01234567-89ab-4def-8123-456789abcdef/page-1/999999999",
                "01234567-89ab-4def-8123-456789abcdef/a/1"
            })
    void aNameIsReadBack(String text) {
        assertThat(ObjectName.parse(text)).map(ObjectName::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01234567-89ab-4def-8123-456789abcdef/original",
                "01234567-89ab-4def-8123-456789abcdef/original/",
                "01234567-89ab-4def-8123-456789abcdef/original/-1",
                "01234567-89ab-4def-8123-456789abcdef/original/01",
                "01234567-89ab-4def-8123-456789abcdef/original/1000000000",
                "01234567-89ab-4def-8123-456789abcdef/original/0-f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "01234567-89ab-4def-8123-456789abcdef/-original/0",
                "01234567-89ab-4def-8123-456789abcdef/müqavilə/0",
                "01234567-89ab-4def-8123-456789abcdef/../0",
                "01234567-89AB-4DEF-8123-456789ABCDEF/original/0",
                "1-2-3-4-5/original/0",
                " 01234567-89ab-4def-8123-456789abcdef/original/0"
            })
    void whatIsNoNameIsNotReadAsOne(String text) {
        assertThat(ObjectName.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a/b", "..", "ə"})
    void aPartIsPlainAscii(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectName(VERSION, part, 0));
    }

    @Test
    void aPartHasAtMost64Characters() {
        assertThat(new ObjectName(VERSION, "a".repeat(64), 0).part()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectName(VERSION, "a".repeat(65), 0));
    }

    @Test
    void aSegmentIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectName(VERSION, "original", -1));
    }
}
