package muhafiz.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms written as RFC 7578 §4 and RFC 2046 §5.1.1 say, boundary {@code AaB03x} as in RFC 7578's example. */
class FilePartTest {
    private static final String TYPE = "multipart/form-data; boundary=AaB03x";
    private static final String HEAD =
            "--AaB03x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"pasport ə.pdf\"\r\n";

    private static FilePart part(String form) throws IOException {
        return FilePart.in(TYPE, new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void thePartsBytesNameAndHeadAreRead() throws IOException {
        FilePart file = part(HEAD
                + "Content-Type: application/pdf\r\nContent-Length: 9\r\n"
                + "Content-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\r\n\r\n"
                + "%PDF\r\n-1\n\r\n--AaB03x--\r\n");

        assertThat(file.name()).contains("pasport ə.pdf");
        assertThat(file.length()).isEqualTo(OptionalLong.of(9));
        assertThat(file.sha256())
                .hasValueSatisfying(digest -> assertThat(digest).startsWith(0x44, 0xaf, 0xf4));
        assertThat(file.body().readAllBytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("%PDF\r\n-1\n");
    }

    @Test
    void aPartSaysItHasEndedOnlyOnceTheFormHas() throws IOException {
        FilePart followed = part(HEAD + "\r\nx\r\n--AaB03x\r\ncontent-disposition: form-data; name=\"more\"\r\n\r\ny"
                + "\r\n--AaB03x--\r\n");
        FilePart cut = part(HEAD + "\r\nonly half of a docu");
        FilePart cutInBoundary = part(HEAD + "\r\nwhole document\r\n--AaB03");

        refused(() -> followed.body().readAllBytes());
        refused(() -> cut.body().readAllBytes());
        refused(() -> cutInBoundary.body().readAllBytes());
    }

    @Test
    void whoeverHasSeenTheEndMayAskForItAgain() throws IOException {
        InputStream body = part(HEAD + "\r\nshort\r\n--AaB03x--\r\n").body();

        assertThat(body.readAllBytes()).hasSize(5);
        assertThat(body.available()).isZero();
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(new byte[9])).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form at all",
                "--AaB03x--\r\n",
                "--AaB03x\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\npassport\r\n--AaB03x--\r\n",
                "--Other\r\ncontent-disposition: form-data; name=\"file\"\r\n\r\nx\r\n--Other--\r\n",
            })
    void aFormWithoutAFirstPartNamedFileIsMalformed(String form) {
        refused(() -> part(form));
    }

    @Test
    void aTypeWithoutBoundaryIsMalformed() {
        refused(() -> FilePart.in("multipart/form-data", new ByteArrayInputStream(new byte[0])));
    }

    @Test
    void aPartWithAnEndlessHeadIsMalformed() {
        refused(() -> part("--AaB03x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"" + "a".repeat(9000)
                + "\"\r\n\r\nx\r\n--AaB03x--\r\n"));
    }
}
