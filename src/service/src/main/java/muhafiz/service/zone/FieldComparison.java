package muhafiz.service.zone;

import java.util.Locale;
import java.util.Optional;
import muhafiz.inspect.mrz.Mrz;
import muhafiz.inspect.mrz.MrzNames;

/** Whether a field of the form and a zone say the same. */
final class FieldComparison {
    private FieldComparison() {}

    static boolean isSame(String field, String written, String read, Mrz zone) {
        return switch (field) {
            case "surname" -> isName(MrzNames.isSurname(written, zone));
            case "givenNames" -> zone.givenNames().isEmpty() || isName(MrzNames.areGivenNames(written, zone));
            case "nationality" -> Nationalities.iso(bare(written)).equals(read);
            case "documentNumber" -> bare(written).equals(read);
            default -> written.equals(read);
        };
    }

    /** A name in letters that have no transliteration is for people to compare. */
    private static boolean isName(Optional<Boolean> same) {
        return same.orElse(true);
    }

    /** Zones have capitals, and neither spaces nor hyphens in a number. */
    private static String bare(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
