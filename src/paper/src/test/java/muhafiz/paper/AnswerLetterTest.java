package muhafiz.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.request.AppealRoute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class AnswerLetterTest {
    private static final byte[] LETTER = AnswerLetter.of(
            new AnswerLetter.Told(
                    UUID.fromString("6f0b2a60-7d1e-4f50-8b6e-0c2f5a3d9e11"),
                    "R-00000000017",
                    Instant.parse("2026-11-22T01:02:03Z"),
                    Map.of("cases", 6, "documents", 40),
                    3),
            List.of(
                    new AppealRoute("court", Optional.of("LOI art. 21.3")),
                    new AppealRoute("Ombudsman", Optional.empty())));

    @Test
    void itIsPdfA3b() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(LETTER), PDFAFlavour.PDFA_3_B);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
            assertThat(validator.validate(parser).isCompliant()).isTrue();
        }
    }

    @Test
    void itSaysInThreeLanguagesWhatWasSearchedAndToWhomOneMayTurn() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(LETTER)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");

            assertThat(text)
                    .contains("R-00000000017", "documents: 40", "sənədlər: 40", "документы: 40")
                    .contains("Documents left out: 3", "Backups hold nothing more")
                    .contains("court, LOI art. 21.3", "Ombudsman");
        }
    }
}
