package muhafiz.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import muhafiz.domain.policy.Names;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.proof.paper.DisposedItem;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintedActTest {
    private static final UUID LIST = UUID.fromString("6f0b2a60-7d1e-4f50-8b6e-0c2f5a3d9e11");
    private static final UUID ORDER = UUID.fromString("0a4b2a60-7d1e-4f50-8b6e-0c2f5a3d9e22");
    private static final NoteSigner LOG = new NoteSigner("log.example", new byte[32]);
    /** Every letter of both alphabets that is not in ISO 646. */
    private static final String AZERBAIJANI = "Çç Əə Ğğ Iı İi Öö Şş Üü";

    private static final String RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    @Test
    void anActOfAnyLengthIsArchivalAndCanBeReadAloud() {
        for (int items : new int[] {1, 40, 1000}) {
            assertThat(Judge.faults(print(act(items)))).isEmpty();
        }
    }

    @Test
    void theJudgeRefusesWhatIsNone() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }

        assertThat(Judge.faults(plain.toByteArray())).isNotEmpty();
    }

    @Test
    void theSameActIsTheSameBytes() {
        assertThat(print(act(40))).isEqualTo(print(act(40))).isNotEqualTo(print(act(41)));
    }

    @Test
    void itSaysAllOfTheActInThreeLanguages() throws IOException {
        DestructionAct act = act(200);

        String text = text(print(act));

        assertThat(text)
                .contains("Məhv etmə aktı", "Act of destruction", "Акт об уничтожении")
                .contains(LIST.toString(), "2026-11-01", "f".repeat(64), act.digest())
                .contains("təsdiq edilib: məlumatların mühafizəsi üzrə məsul şəxs, 2026-11-20T08:00:00Z")
                .contains("approved: data-protection officer, 2026-11-20T08:00:00Z")
                .contains("утверждено: ответственный за защиту данных, 2026-11-20T08:00:00Z")
                .contains("keys destroyed: " + ORDER)
                .contains(AZERBAIJANI, RUSSIAN)
                .contains("Destroyed: 200; handed to the National Archive first: 1");
        act.items()
                .forEach(taken -> assertThat(text)
                        .contains(
                                taken.item().id().toString(),
                                taken.item().key().toString(),
                                taken.order().toString()));
        assertThat(text).contains("0".repeat(61) + "0c7");
    }

    @Test
    void theSignedActIsAttachedAndWhole() throws IOException {
        DestructionAct act = act(3);

        DestructionAct.Signed attached = DestructionAct.parse(attached(print(act)));

        attached.requireWhole();
        assertThat(attached.act()).isEqualTo(act);
        assertThat(attached.note().signedBy(List.of(LOG.key()))).containsExactly(LOG.key());
    }

    @Test
    void aTitleHoldsNoMarkup() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Description("<a>", Instant.EPOCH));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\r\n ]+", " ");
        }
    }

    private static String attached(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("act.json");
            return new String(files.get("act.json").getEmbeddedFile().toByteArray(), UTF_8);
        }
    }

    private static byte[] print(DestructionAct act) {
        SignedNote note = SignedNote.of(act.text()).with(LOG.sign(act.text()));
        return PrintedAct.of(
                new DestructionAct.Signed(act, note, Optional.empty()),
                recordClass -> new Names(AZERBAIJANI, "Work permits", RUSSIAN));
    }

    private static DestructionAct act(int items) {
        List<DestructionAct.Taken> taken = IntStream.range(0, items)
                .mapToObj(i -> new DestructionAct.Taken(
                        new DisposedItem(
                                "document",
                                new UUID(0x4000L, i),
                                "RC-WP",
                                "RC-WP",
                                LocalDate.of(2026, 10, 1),
                                i == 0 ? "archive" : "shred",
                                Optional.of(String.format("%064x", i)),
                                new UUID(0x4001L, i)),
                        ORDER,
                        i == 0))
                .toList();
        return new DestructionAct(
                new DestructionAct.Frozen(LIST, LocalDate.of(2026, 11, 1), "f".repeat(64)),
                List.of(
                        new DestructionAct.Step("proposed", "records_manager", Instant.parse("2026-11-19T08:00:00Z")),
                        new DestructionAct.Step("approved", "dpo", Instant.parse("2026-11-20T08:00:00Z")),
                        new DestructionAct.Step(
                                "keys-destroyed", ORDER.toString(), Instant.parse("2026-11-21T08:00:00Z"))),
                taken);
    }
}
