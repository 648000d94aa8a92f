package muhafiz.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.domain.policy.Names;
import muhafiz.domain.request.AppealRoute;

/**
 * The letter that comes with the answer to a request, as PDF/A-3a that can be read aloud, in Azerbaijani, English and Russian: what was searched and found, which
 * rights there are and to whom one may turn. It names nobody.
 */
public final class AnswerLetter {
    private static final List<String> LANGUAGES = List.of("az", "en", "ru");
    private static final float LARGE = 16;
    private static final float HEADING = 11;
    private static final float USUAL = 9;
    private static final float APART = 10;

    private static final Names TITLE = new Names("Sorğunuza cavab", "Answer to your request", "Ответ на ваш запрос");
    private static final Names HELD = new Names(
            "Sorğu %s, %s. Arxivdə sizin barənizdə məlumat axtarılıb; tapılanların hamısı data.json faylında və documents qovluğundadır.",
            "Request %s, %s. The archive was searched for data about you; all that was found is in data.json and in the folder documents.",
            "Запрос %s, %s. В архиве проведён поиск данных о вас; всё найденное находится в файле data.json и в папке documents.");
    private static final Names FOUND = new Names("Axtarılıb və tapılıb", "Searched, and found", "Проверено и найдено");
    private static final Names BACKUPS = new Names(
            "Ehtiyat nüsxələrdə bundan artıq heç nə yoxdur.",
            "Backups hold nothing more than this.",
            "В резервных копиях нет ничего сверх этого.");
    private static final Names LEFT_OUT = new Names(
            "Verilməyən sənədlər: %s. Səbəb hər sənədin yanında göstərilib (leftOut): RG-OTHERS – başqa şəxslər barədə də məlumat var; RG-ORIGIN – yetkinlik yaşına çatmayanın mənşə sirri.",
            "Documents left out: %s. The ground stands beside each (leftOut): RG-OTHERS – it speaks of other persons, too; RG-ORIGIN – a minor’s secret of origin.",
            "Не выданы документы: %s. Основание указано при каждом (leftOut): RG-OTHERS – в нём есть сведения и о других лицах; RG-ORIGIN – тайна происхождения несовершеннолетнего.");
    private static final Names DRAWN_ANEW = new Names(
            "Yeni surətdə verilən sənədlər: %s. Başqa şəxslərin məlumatları onlardan silinib; əsas hər sənədin yanında göstərilib (redacted).",
            "Documents given as a new rendition: %s. What concerns other persons was removed from them; the ground stands beside each (redacted).",
            "Документы, выданные в новом воспроизведении: %s. Сведения о других лицах из них удалены; основание указано при каждом (redacted).");
    private static final Names RIGHTS = new Names(
            "Siz məlumatların düzəldilməsini, məhv edilməsini, istifadəsinin dayandırılmasını tələb edə və etiraz edə bilərsiniz.",
            "You may ask for correction, for destruction and for restriction of use, and you may object.",
            "Вы вправе требовать исправления, уничтожения и ограничения использования данных, а также возражать.");
    private static final Names APPEAL = new Names("Şikayət etmək olar", "You may turn to", "Можно обжаловать");
    private static final Names CHECK = new Names(
            "Bu paketi arxivsiz yoxlamaq olar: muhafiz-verify package.",
            "This package can be checked without the archive: muhafiz-verify package.",
            "Этот пакет можно проверить без архива: muhafiz-verify package.");
    private static final Map<String, Names> SOURCES = Map.of(
            "cases", new Names("işlər", "cases", "дела"),
            "documents", new Names("sənədlər", "documents", "документы"),
            "letters", new Names("məktublar", "letters", "письма"),
            "technicalData", new Names("texniki məlumatlar", "technical data", "технические данные"),
            "log", new Names("jurnal qeydləri", "entries of the log", "записи журнала"),
            "requests", new Names("sorğular", "requests", "запросы"),
            "disclosures", new Names("ötürülmələr", "disclosures", "передачи"));

    private AnswerLetter() {}

    /**
     * What the letter tells.
     *
     * @param id of the request; the same id and content are the same bytes
     * @param coverage items by source: cases, documents, letters, technicalData, log, requests, disclosures
     * @param leftOut documents of which the bytes are not in the answer
     * @param drawnAnew documents that are in it as a rendition without what concerns others
     */
    public record Told(UUID id, String number, Instant at, Map<String, Integer> coverage, int leftOut, int drawnAnew) {}

    /** Prints it. @throws IllegalArgumentException for a source that has no name */
    public static byte[] of(Told told, List<AppealRoute> routes) {
        try (ArchivalPdf pdf = new ArchivalPdf(told.id(), told.at(), TITLE.en() + " " + told.number())) {
            try (Sheets sheets = new Sheets(pdf, told.number())) {
                for (String language : LANGUAGES) {
                    in(language, sheets, told, routes);
                }
            }
            return pdf.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can always be written", e);
        }
    }

    private static void in(String language, Sheets sheets, Told told, List<AppealRoute> routes) throws IOException {
        sheets.language(language);
        sheets.title(TITLE.in(language), LARGE);
        sheets.text(String.format(HELD.in(language), told.number(), told.at()), USUAL);
        sheets.heading(FOUND.in(language) + ":", HEADING);
        for (Map.Entry<String, Integer> source : told.coverage().entrySet()) {
            Names name = SOURCES.get(source.getKey());
            if (name == null) {
                throw new IllegalArgumentException("a source without a name: " + source.getKey());
            }
            sheets.text("– " + name.in(language) + ": " + source.getValue(), USUAL);
        }
        sheets.text(BACKUPS.in(language), USUAL);
        if (told.leftOut() > 0) {
            sheets.text(String.format(LEFT_OUT.in(language), told.leftOut()), USUAL);
        }
        if (told.drawnAnew() > 0) {
            sheets.text(String.format(DRAWN_ANEW.in(language), told.drawnAnew()), USUAL);
        }
        sheets.text(RIGHTS.in(language), USUAL);
        sheets.heading(APPEAL.in(language) + ":", HEADING);
        for (AppealRoute route : routes) {
            sheets.text("– " + route.to() + route.law().map(law -> ", " + law).orElse(""), USUAL);
        }
        sheets.text(CHECK.in(language), USUAL);
        sheets.gap(APART);
    }
}
