package muhafiz.api.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import muhafiz.service.policy.HeldVersion;

/** The sentence with which a change of the policy is announced, in a language of the public. */
final class ChangeNotice {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final Map<String, String> SENTENCES = Map.of(
            "az", "Məxfilik siyasəti dəyişir: %d nömrəli versiya %s tarixindən qüvvəyə minir.",
            "en", "The privacy policy changes: version %d is in force from %s.",
            "ru", "Политика конфиденциальности меняется: версия %d вступает в силу с %s.");

    private ChangeNotice() {}

    /** @param language az, en or ru */
    static String text(HeldVersion version, String language) {
        LocalDate day = LocalDate.ofInstant(
                version.inForceFrom(), version.policy().meta().timeZone());
        String sentence = SENTENCES.getOrDefault(language, "");
        return sentence.formatted(version.policy().version(), DAY.format(day));
    }
}
