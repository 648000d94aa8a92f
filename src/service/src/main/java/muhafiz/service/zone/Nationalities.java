package muhafiz.service.zone;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Nationalities as forms write them: ISO 3166-1 of three letters. */
final class Nationalities {
    private static final Map<String, String> OTHERS = others();

    private Nationalities() {}

    private static Map<String, String> others() {
        Map<String, String> others = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            others.put(two, new Locale("", two).getISO3Country());
        }
        others.put("D", "DEU"); // ICAO Doc 9303-3 §5
        return Map.copyOf(others);
    }

    /** Of a code of two letters the one of three; what is none stays as it is. */
    static String iso(String code) {
        return OTHERS.getOrDefault(code, code);
    }
}
