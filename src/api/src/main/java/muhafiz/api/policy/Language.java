package muhafiz.api.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of texts for applicants: az, en or ru, by {@code Accept-Language} (RFC 9110 §12.5.4; lookup of RFC 4647 §3.4). */
final class Language {
    private static final List<String> SPOKEN = List.of("az", "en", "ru");

    private static final String FIRST = "az";

    private Language() {}

    /** @param wanted the field's value; Azerbaijani where nothing of it is spoken here or it cannot be read */
    static String of(Optional<String> wanted) {
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(wanted.orElse(FIRST)), SPOKEN);
            return tag == null ? FIRST : tag;
        } catch (IllegalArgumentException e) {
            return FIRST;
        }
    }
}
