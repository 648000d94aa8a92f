package muhafiz.domain.policy.text;

import java.util.Locale;

/** The languages of the service. */
public enum Language {
    AZ,
    EN,
    RU;

    /** As tags of RFC 5646 spell it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param tag az, en or ru
     * @throws IllegalArgumentException for any other
     */
    public static Language of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
