package muhafiz.paper;

import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.Names;

/** What stands between the values of an act, in the three languages of the service; %s are places for values. */
enum Wording {
    TITLE("Məhv etmə aktı", "Act of destruction", "Акт об уничтожении"),
    LIST("Siyahı %s, %s tarixinə", "List %s, as of %s", "Перечень %s на %s"),
    DIGEST(
            "Təsdiq edilmiş siyahının SHA-256 xülasəsi: %s",
            "SHA-256 of the list as it was approved: %s", "SHA-256 утверждённого перечня: %s"),
    COUNT(
            "Məhv edilib: %s; əvvəlcə Milli Arxivə verilib: %s",
            "Destroyed: %s; handed to the National Archive first: %s",
            "Уничтожено: %s; предварительно передано в Национальный архив: %s"),
    NOBODY(
            "Aktda nə ad, nə də məhv edilmiş məzmun var: yalnız təsadüfi nömrələr, kodlar, tarixlər və şifrəli mətnin xülasələri.",
            "The act holds no names and nothing of what was destroyed: random ids, codes, days and hashes of ciphertext only.",
            "В акте нет ни имён, ни содержания уничтоженного: только случайные номера, коды, даты и хеши шифротекста."),
    SIGNED(
            "Aktın mətni jurnalın açarı ilə imzalanıb və bu fayla əlavə olunub (act.json). Jurnalda onun SHA-256 xülasəsi var: %s",
            "The text of the act is signed with the key of the log and attached to this file (act.json). The log names its SHA-256: %s",
            "Текст акта подписан ключом журнала и приложен к этому файлу (act.json). В журнале указан его SHA-256: %s"),
    STEPS("Addımlar", "Steps", "Этапы"),
    CLASSES("Siniflər", "Classes", "Классы"),
    ITEMS("Məhv edilənlər", "Items", "Уничтоженное"),
    LEGEND(
            "Hər sətirdə: növ, nömrə, sinif, qayda, saxlama müddətinin sonu, nə edilib; sonra şifrəli mətnin SHA-256 xülasəsi, açarın və məhv etmə sərəncamının nömrələri.",
            "Each entry: kind, id, class, rule, end of retention, what was done; then SHA-256 of the ciphertext and the ids of the key and of the order of destruction.",
            "В каждой записи: вид, номер, класс, правило, конец срока хранения, что сделано; затем SHA-256 шифротекста и номера ключа и распоряжения об уничтожении."),

    PROPOSED("təklif edilib", "proposed", "предложено"),
    APPROVED("təsdiq edilib", "approved", "утверждено"),
    RECEIVED("Milli Arxiv qəbul edib", "received by the National Archive", "принято Национальным архивом"),
    KEYS_DESTROYED("açarlar məhv edilib", "keys destroyed", "ключи уничтожены"),

    RECORDS_MANAGER("arxiv məsulu", "records manager", "ответственный за архив"),
    DPO("məlumatların mühafizəsi üzrə məsul şəxs", "data-protection officer", "ответственный за защиту данных"),
    SUPERVISOR("şöbə rəhbəri", "supervisor", "руководитель подразделения");

    private static final Map<String, Wording> CODES = Map.of(
            "proposed", PROPOSED,
            "approved", APPROVED,
            "received", RECEIVED,
            "keys-destroyed", KEYS_DESTROYED,
            "records_manager", RECORDS_MANAGER,
            "dpo", DPO,
            "supervisor", SUPERVISOR);

    private final String az;
    private final String en;
    private final String ru;

    Wording(String az, String en, String ru) {
        this.az = az;
        this.en = en;
        this.ru = ru;
    }

    /** @param language az, en or ru */
    String in(String language, Object... values) {
        return String.format(new Names(az, en, ru).in(language), values);
    }

    /** The words for a step or a role; the code itself, or an id, where there are none. */
    static String of(String code, String language) {
        return Optional.ofNullable(CODES.get(code))
                .map(word -> word.in(language))
                .orElse(code);
    }
}
