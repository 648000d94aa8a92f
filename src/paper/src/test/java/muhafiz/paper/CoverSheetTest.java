package muhafiz.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CoverSheetTest {
    private static final UUID ID = UUID.fromString("6f0b2a60-7d1e-4f50-8b6e-0c2f5a3d9e11");

    @Test
    void aCoverSheetIsArchivalAndNamesItsRecipientOnThePage() throws Exception {
        byte[] sheet = sheet("Dövlət Gömrük Komitəsi & Таможня");

        assertThat(Judge.faults(sheet)).isEmpty();
        assertThat(text(sheet).replaceAll("\\s+", " "))
                .contains("Dövlət Gömrük Komitəsi & Таможня (AZE)", "Ground: D-GOV", "2026-12-22", ID.toString());
    }

    @Test
    void theSameHandoverIsTheSameBytes() {
        assertThat(sheet("A body")).isEqualTo(sheet("A body")).isNotEqualTo(sheet("Another"));
    }

    /** A recipient's name is typed by people. */
    @Test
    void noLetterOfANameStopsIt() throws Exception {
        String all = IntStream.rangeClosed(1, 0x2FFF)
                .filter(Character::isValidCodePoint)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(text(sheet("x" + all + "\uD83D\uDE00\u0627")))
                .contains("abc")
                .contains("?");
    }

    private static byte[] sheet(String recipient) {
        return CoverSheet.of(new CoverSheet.Handover(
                ID,
                recipient,
                "AZE",
                "D-GOV",
                Instant.parse("2026-11-22T10:00:00Z"),
                Instant.parse("2026-12-22T10:00:00Z")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
