package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealContextTest {
    private static final UUID ARCHIVE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID OWNER = UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100");
    private static final UUID VERSION = UUID.fromString("ffffffff-0000-4000-8000-000000000001");

    @Test
    void aContextIsWrittenAsItsTableSays() {
        var context = new SealContext(ARCHIVE, OWNER, VERSION, "page-1");

        assertThat(HexFormat.of().formatHex(context.encoded()))
                .isEqualTo(
                        "01" // format
                                + "00112233445566778899aabbccddeeff" // archive
                                + "0f0e0d0c0b0a09080706050403020100" // owner
                                + "ffffffff000040008000000000000001" // version
                                + "706167652d31"); // "page-1" in ASCII
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page 1", "a/b", "səhifə", "line\n"})
    void aPartIsVisibleAscii(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealContext(ARCHIVE, OWNER, VERSION, part));
    }

    @Test
    void aPartIsShort() {
        String longest = "x".repeat(100);

        assertThat(new SealContext(ARCHIVE, OWNER, VERSION, longest).part()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new SealContext(ARCHIVE, OWNER, VERSION, longest + "x"));
    }

    @Test
    void messagesNameItsPartAndVersion() {
        assertThat(new SealContext(ARCHIVE, OWNER, VERSION, "original"))
                .hasToString("original of version ffffffff-0000-4000-8000-000000000001");
    }
}
