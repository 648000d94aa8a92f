package muhafiz.domain.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures from the formats' own specifications (ISO 32000-1 7.5.2, ITU-T T.81 B.1.1.3, RFC 2083 3.1, APPNOTE 4.3.7). */
class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "%PDF-1.4, application/pdf",
        "'junk before %PDF-1.7', application/pdf",
        "GIF89a, image/gif",
        "MZ, application/x-msdownload",
        "'From: a@example.org', message/rfc822",
        "just words, text/plain",
        "'', application/octet-stream",
    })
    void aFileIsKnownByItsFirstBytes(String head, String type) {
        assertThat(MediaTypes.detect(head.getBytes(ISO_8859_1))).isEqualTo(type);
    }

    @Test
    void aJpegIsKnownByItsMarker() {
        assertThat(MediaTypes.detect(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isEqualTo("image/jpeg");
    }

    @Test
    void aWordDocumentIsNamedWhateverItsFileIsCalled() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document/>".getBytes(ISO_8859_1));
        }

        assertThat(MediaTypes.detect(bytes.toByteArray()))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
}
