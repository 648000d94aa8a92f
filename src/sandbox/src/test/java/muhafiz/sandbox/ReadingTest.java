package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.Inspection.Unreadable;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reader that runs in production, in a real worker: what it finds in honest files, and what it does with others. */
class ReadingTest {
    /** One application's worker reads all that is harmless. */
    private static final UUID HONEST = UUID.randomUUID();

    private static SandboxUnderTest sandbox;

    @BeforeAll
    static void open() throws IOException {
        sandbox = strongest();
    }

    /** Behind the strongest walls of this machine, what runs in production. */
    static SandboxUnderTest strongest() throws IOException {
        for (Isolation isolation : Isolation.downTo(Isolation.PROCESS)) {
            SandboxUnderTest found = SandboxUnderTest.open(
                    isolation,
                    WorkerClassPath.ofProduction(),
                    SandboxSettings.Limits.standard(),
                    SandboxUnderTest.CREW);
            if (found.isolation() == isolation) {
                return found;
            }
            found.close();
        }
        return fail("no isolation at all is to be had here");
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @Test
    void aPdfSaysItsTitlePagesDatesAndProducer() throws IOException {
        Map<String, String> terms = read(Documents.pdf());

        assertThat(terms)
                .containsEntry("dc:format", "application/pdf")
                .containsEntry("dc:title", "Əmək müqaviləsi")
                .containsEntry("dc:creator", "Azər Məmmədov")
                .containsEntry("dc:language", "az")
                .containsEntry("pages", "3")
                .containsEntry("producer", "Muhafiz tests")
                .containsEntry("created", "2026-01-02T03:04:05Z")
                .containsEntry("modified", "2026-02-03T04:05:06Z");
    }

    @Test
    void aPictureSaysItsSizeInPixels() throws IOException {
        assertThat(read(Documents.picture("jpg", 640, 480)))
                .containsEntry("dc:format", "image/jpeg")
                .containsEntry("pages", "1")
                .containsEntry("width", "640")
                .containsEntry("height", "480");
        assertThat(read(Documents.picture("png", 31, 17)))
                .containsEntry("dc:format", "image/png")
                .containsEntry("width", "31")
                .containsEntry("height", "17");
        assertThat(read(Documents.picture("tiff", 10, 20)))
                .containsEntry("dc:format", "image/tiff")
                .containsEntry("width", "10")
                .containsEntry("height", "20");
        BufferedImage page = Pictures.coloured(10, 20, Color.RED);
        assertThat(read(Pictures.tiff(List.of(page, page, page)))).containsEntry("pages", "3");
    }

    @Test
    void aLetterSaysItsAuthorTitleAndDates() throws IOException {
        assertThat(read(Documents.letter()))
                .containsEntry("dc:format", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .containsEntry("dc:title", "Arayış")
                .containsEntry("dc:creator", "Leyla")
                .containsEntry("created", "2026-01-02T03:04:05Z");
    }

    @Test
    void aMessageSaysItsSenderSubjectAndDate() throws IOException {
        String message = "From: Leyla <leyla@example.org>\r\nTo: office@example.org\r\nSubject: Sorgu\r\n"
                + "Date: Sun, 22 Nov 2026 10:00:00 +0400\r\nMessage-ID: <1@example.org>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nSalam.\r\n";

        assertThat(read(message.getBytes(StandardCharsets.US_ASCII)))
                .containsEntry("dc:format", "message/rfc822")
                .containsEntry("dc:title", "Sorgu")
                .containsEntry("dc:creator", "Leyla <leyla@example.org>")
                .containsEntry("created", "2026-11-22T06:00:00Z");
    }

    @Test
    void whatTheParserSaidInItsOwnWordsIsKept() throws IOException {
        Inspection.Read read = (Inspection.Read) inspect(Documents.pdf());

        assertThat(read.findings().raw()).containsKeys("pdf:PDFVersion", "xmpTPg:NPages");
        assertThat(read.findings().readers()).startsWith("Apache Tika 3.");
    }

    @Test
    void aPdfBehindAPasswordIsEncrypted() throws IOException {
        assertThat(inspect(Documents.lockedPdf())).isEqualTo(new Unreadable("encrypted"));
    }

    @Test
    void aFileOfAKindTheOfficeDoesNotAcceptIsUnsupported() throws IOException {
        assertThat(inspect(Documents.zip("inside.txt", 100))).isEqualTo(new Unreadable("unsupported"));
        assertThat(inspect(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}))
                .isEqualTo(new Unreadable("unsupported"));
    }

    @Test
    void aPictureWithoutASizeIsDamaged() throws IOException {
        byte[] whole = Documents.picture("jpg", 64, 64);

        // SOI, the JFIF segment, and then nothing that a picture needs.
        assertThat(inspect(Arrays.copyOf(whole, 40))).isEqualTo(new Unreadable("damaged"));
    }

    @Test
    void aPdfCutInTheMiddleOfItsObjectsIsDamagedOrReadButKillsNobody() throws IOException {
        byte[] whole = Documents.pdf();

        assertThat(inspect(Arrays.copyOf(whole, whole.length / 3)))
                .isIn(new Unreadable("damaged"), new Unreadable("encrypted"));
    }

    @Test
    void aHundredThousandPagesAreTooMany() throws IOException {
        assertThat(inspect(Documents.pdfOfPages(100_000))).isEqualTo(new Unreadable("too-many-pages"));
    }

    @Test
    void aPageTreeWithoutEndKillsNobody() throws IOException {
        assertThat(inspect(Documents.pdfWhosePagesHoldThemselves())).isNotInstanceOf(Inspection.Died.class);
    }

    @Test
    void aBombInAnOfficeFileDoesNotGoOff() throws IOException {
        assertThat(inspect(Documents.bomb())).isEqualTo(new Unreadable("too-large"));
    }

    @Test
    void everyFileOfTheCorpusEndsInAnOutcome() throws IOException {
        Path corpus = Path.of("../../../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not part of the product");
        UUID application = UUID.randomUUID();

        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    Inspection inspection =
                            sandbox.inspector().inspect(application, "application/octet-stream", Files.size(file), in);
                    assertThat(inspection).as(file.toString()).isNotInstanceOf(Inspection.Died.class);
                }
            }
        }
    }

    private static Map<String, String> read(byte[] document) throws IOException {
        Inspection inspection = sandbox.inspect(HONEST, document);
        assertThat(inspection).isInstanceOf(Inspection.Read.class);
        return ((Inspection.Read) inspection).findings().metadata();
    }

    private static Inspection inspect(byte[] document) throws IOException {
        return sandbox.inspect(UUID.randomUUID(), document);
    }
}
