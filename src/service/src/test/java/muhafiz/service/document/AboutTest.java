package muhafiz.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AboutTest {
    private static final UUID DOCUMENT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID RECEIPT = new UUID(9, 10);

    @Test
    void whatIsSealedIsWhatIsOpened() {
        About about =
                new About(7, new byte[32], "application/pdf", Optional.of("pas\u015fport.pdf"), new byte[32], RECEIPT);

        About again = About.of(about.json());

        assertThat(again).usingRecursiveComparison().isEqualTo(about);
    }

    /**
     * Computed with coreutils: {@code (printf 'muhafiz received v1'; head -c32 /dev/zero; printf '%s\npassport\n7\n' UUID; head -c32
     * /dev/zero) | sha256sum}.
     */
    @Test
    void theLogKeepsACommitmentAndNotTheHash() {
        About about = new About(7, new byte[32], "application/pdf", Optional.empty(), new byte[32], RECEIPT);

        assertThat(HexFormat.of().formatHex(about.commitment(DOCUMENT, "passport")))
                .isEqualTo("20cf9cbebd78c9bdb45fa1bd7e1a4ed763681f92bf2ab4a9452611f5f41666f5");
    }
}
