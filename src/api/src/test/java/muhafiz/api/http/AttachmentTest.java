package muhafiz.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    /** RFC 8187 §3.2.3 writes "£ and € rates" as {@code UTF-8''%c2%a3%20and%20%e2%82%ac%20rates}. */
    @Test
    void aNameIsEncodedAsTheStandardDoes() {
        assertThat(Attachment.named(Optional.of("£ and € rates")))
                .isEqualToIgnoringCase("attachment; filename*=UTF-8''%c2%a3%20and%20%e2%82%ac%20rates");
    }

    /** RFC 8187 §3.2.1, {@code attr-char}. */
    @Test
    void plainCharactersStayAndAllOthersAreEncoded() {
        assertThat(Attachment.named(Optional.of("a-Z_0!#$&+.^`~'(1)@,;=%.pdf")))
                .isEqualTo("attachment; filename*=UTF-8''a-Z_0!#$&+.^`~%27%281%29%40%2C%3B%3D%25.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../passport.pdf",
                "c:\\passport.pdf",
                ".profile",
                "pass\rport.pdf",
                "pass\u0000port.pdf",
                "passport\u202Efdp.exe",
                "pass\u2028port.pdf",
                "passport\uD800.pdf",
            })
    void anUnsafeNameIsLeftOut(String name) {
        assertThat(Attachment.named(Optional.of(name))).isEqualTo("attachment");
    }

    @Test
    void noNameIsJustAnAttachment() {
        assertThat(Attachment.named(Optional.empty())).isEqualTo("attachment");
    }
}
