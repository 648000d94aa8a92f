package muhafiz.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.request.AppealRoute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AnswerLetterTest {
    private static final byte[] LETTER = AnswerLetter.of(
            new AnswerLetter.Told(
                    UUID.fromString("6f0b2a60-7d1e-4f50-8b6e-0c2f5a3d9e11"),
                    "R-00000000017",
                    Instant.parse("2026-11-22T01:02:03Z"),
                    Map.of("cases", 6, "documents", 40),
                    3,
                    2),
            List.of(
                    new AppealRoute("court", Optional.of("LOI art. 21.3")),
                    new AppealRoute("Ombudsman", Optional.empty())));

    @Test
    void itIsArchivalAndCanBeReadAloud() {
        assertThat(Judge.faults(LETTER)).isEmpty();
    }

    @Test
    void eachLanguageIsNamedToWhoeverReadsItAloud() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(LETTER)) {
            var whole = (PDStructureElement)
                    pdf.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);

            assertThat(whole.getKids())
                    .extracting(part -> ((PDStructureElement) part).getLanguage())
                    .containsExactly("az", "en", "ru");
        }
    }

    @Test
    void itSaysInThreeLanguagesWhatWasSearchedAndToWhomOneMayTurn() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(LETTER)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");

            assertThat(text)
                    .contains("R-00000000017", "documents: 40", "sənədlər: 40", "документы: 40")
                    .contains(
                            "Documents left out: 3",
                            "Documents given as a new rendition: 2",
                            "Backups hold nothing more")
                    .contains("court, LOI art. 21.3", "Ombudsman");
        }
    }
}
