package muhafiz.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Names;

/**
 * What lies on top of documents that are given to somebody: for whom this copy is, on what ground and until when, in Azerbaijani, English and
 * Russian, as PDF/A-3b. The same handover is the same bytes.
 */
public final class CoverSheet {
    private static final List<String> LANGUAGES = List.of("az", "en", "ru");
    private static final Names TITLE = new Names("Məlumatın verilməsi", "Disclosure", "Передача данных");
    private static final Names COPY = new Names(
            "Bu nüsxə yalnız aşağıdakı alıcı üçündür: %s (%s)",
            "This copy is for this recipient only: %s (%s)", "Этот экземпляр предназначен только получателю: %s (%s)");
    private static final Names GROUND = new Names(
            "Əsas: %s; təklif edilib: %s; istifadə müddəti: %s",
            "Ground: %s; proposed: %s; expires: %s", "Основание: %s; предложено: %s; действует до: %s");
    private static final Names NOT_ON = new Names(
            "Başqasına verilməsi qadağandır. Siyahı və SHA-256 xülasələri manifest.json faylındadır.",
            "It must not be passed on. The list with SHA-256 hashes is in manifest.json.",
            "Передача третьим лицам запрещена. Список и хеши SHA-256 находятся в файле manifest.json.");
    private static final float LARGE = 18;
    private static final float USUAL = 10;
    private static final float APART = 14;
    /** Printable ASCII, Latin up to its Extended-B, the schwa, and the Cyrillic of the office's neighbours. */
    private static final String UNKNOWN = "[^ -~\\u00A1-\\u024F\\u0259\\u0400-\\u045F]";

    private CoverSheet() {}

    /**
     * A handover.
     *
     * @param recipient in its own words; letters that are neither Latin nor Cyrillic are shown as {@code ?}
     * @param at when it was proposed, in whole seconds
     */
    public record Handover(UUID id, String recipient, String country, String ground, Instant at, Instant until) {}

    public static byte[] of(Handover handover) {
        String title = LANGUAGES.stream().map(TITLE::in).collect(Collectors.joining(" · "));
        String recipient = printable(handover.recipient());
        try (ArchivalPdf pdf = new ArchivalPdf(handover.id(), handover.at(), title)) {
            try (Sheets sheets = new Sheets(pdf, recipient + " · " + handover.id())) {
                sheets.title(title, LARGE);
                sheets.text(handover.id().toString(), USUAL);
                for (String language : LANGUAGES) {
                    sheets.gap(APART);
                    sheets.language(language);
                    sheets.text(String.format(COPY.in(language), recipient, handover.country()), LARGE);
                    sheets.text(
                            String.format(GROUND.in(language), handover.ground(), handover.at(), handover.until()),
                            USUAL);
                    sheets.text(NOT_ON.in(language), USUAL);
                }
            }
            return pdf.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can always be written", e);
        }
    }

    private static String printable(String text) {
        return text.replaceAll(UNKNOWN, "?");
    }
}
