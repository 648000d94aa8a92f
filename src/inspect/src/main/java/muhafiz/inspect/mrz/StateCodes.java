package muhafiz.inspect.mrz;

import java.util.Locale;
import java.util.Set;

/** The three-letter codes of ICAO Doc 9303-3 §5: those of ISO 3166-1, and the standard's own. */
final class StateCodes {
    private static final Set<String> STATES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final Set<String> OWN = Set.of(
            "D", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNA", "UNK", "UNO", "XBA", "XCC", "XCE", "XCO",
            "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "XDC", "XXA", "XXB", "XXC", "XXX");

    private StateCodes() {}

    static boolean isKnown(String code) {
        return STATES.contains(code) || OWN.contains(code);
    }
}
