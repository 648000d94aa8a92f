package muhafiz.domain.policy.text;

/** What stands between the names of the policy. The wording is ours; %s are places for values. */
enum Phrase {
    TITLE("Arxivin siyasəti, %s nömrəli versiya", "Policy of the archive, version %s", "Политика архива, версия %s"),
    IN_FORCE("Qüvvədədir: %s", "In force from %s", "Действует с %s"),
    PUBLISHED("Dərc edilmişdir.", "It is published.", "Опубликована."),
    NOT_PUBLISHED(
            "Hələ dərc edilməmişdir: %s məsələ açıqdır.",
            "It is not published yet: %s points are open.", "Ещё не опубликована: открытых вопросов: %s."),
    ASSUMED_PERIODS(
            "%s saxlama müddətindən %s hələ təsdiq edilməmişdir.",
            "Of %s periods %s are assumed and not confirmed yet.", "Из %s сроков хранения не подтверждено: %s."),
    CLASSES("Nəyi və nə qədər saxlayırıq", "What is kept, and how long", "Что хранится и как долго"),
    KEPT(
            "Saxlanılır: %s; başlanğıc: %s; sonra: %s",
            "Kept: %s; counted: %s; then: %s", "Хранится: %s; отсчёт: %s; затем: %s"),
    KEPT_FOR_EVER(
            "Şəxsi məlumat yoxdur; daimi saxlanılır",
            "Holds no personal data; kept for good",
            "Персональных данных нет; хранится постоянно"),
    INSTEAD("Əvəzində %s: %s", "Instead, %s: %s", "Вместо этого %s: %s"),
    EARLIER("Dərhal bitir: %s", "Ends at once: %s", "Заканчивается сразу: %s"),
    AT_LEAST("Ən azı: %s", "At least: %s", "Не менее: %s"),
    UNTIL_RECORD_ENDS(
            "verilmiş sənədlər saxlandıqca",
            "as long as what was disclosed is kept",
            "пока хранятся раскрытые документы"),
    AT_MOST("Ən çoxu: %s", "At most: %s", "Не более: %s"),
    WHY("Məqsəd: %s; əsas: %s", "Purpose: %s; basis: %s", "Цель: %s; основание: %s"),
    PURPOSES("Məlumatdan nə üçün istifadə olunur", "What data is used for", "Для чего используются данные"),
    ONLY_BY_CONSENT("yalnız razılıqla", "only by consent", "только с согласия"),
    ANONYMIZED("yalnız anonimləşdirilmiş nəticə", "anonymized results only", "только обезличенные результаты"),
    RECIPIENTS("Məlumat kimə verilə bilər", "Who may be given data", "Кому могут быть переданы данные"),
    NEVER_GIVEN("Heç vaxt verilmir: %s", "Never given: %s", "Никогда не передаётся: %s"),
    MAY_BE_HIDDEN(
            "əsas və tarix göstərilməklə şəxsdən gizli saxlanıla bilər",
            "may be kept from the person for a dated reason",
            "может быть скрыто от лица с указанием основания и даты"),
    RIGHTS("Hüquqlarınız və müddətlər", "Your rights and our terms", "Ваши права и наши сроки"),
    ANSWERED("Cavab: %s (%s)", "Answered within %s (%s)", "Ответ: %s (%s)"),
    REFUSED("imtina: %s", "refused within %s", "отказ: %s"),
    EXTENDED("uzadılma: %s", "extended by %s", "продление: %s"),
    STUDIED("araşdırma tələb olunduqda: %s", "where study is needed: %s", "если нужно изучение: %s"),
    AT_ONCE("dərhal", "at once", "сразу");

    private final String az;
    private final String en;
    private final String ru;

    Phrase(String az, String en, String ru) {
        this.az = az;
        this.en = en;
        this.ru = ru;
    }

    String in(Language language, Object... values) {
        var pattern = switch (language) {
            case AZ -> az;
            case EN -> en;
            case RU -> ru;
        };
        return String.format(pattern, values);
    }
}
