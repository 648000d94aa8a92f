package muhafiz.domain.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which Latin letters a letter stands for. Latin and Cyrillic as ICAO Doc 9303-3 §6 has them, where it leaves a choice the shorter; Ə as in
 * Azerbaijani passports; Azerbaijani Cyrillic by the alphabet of 1958; Arabic script as Azerbaijani and Persian names read it. A letter with
 * several readings has several entries.
 */
final class Letters {
    private static final String LATIN = """
            Ə A, Ç C, Ğ G, I I, İ I, Ö O, Ş S, Ü U, Ä A, Å A, Æ AE, Ð D, Đ D, Ħ H, Ĳ IJ, Ł L, Ŋ N, Ø O, Œ OE, Þ TH, ẞ SS, Ŧ T""";

    private static final String CYRILLIC = """
            А A, Б B, В V, Г G, Д D, Е E, Ё E, Ж ZH, З Z, И I, Й I, К K, Л L, М M, Н N, О O, П P, Р R, С S, Т T, У U, Ф F, Х KH, Ц TS, Ч CH,
            Ш SH, Щ SHCH, Ъ -, Ы Y, Ь -, Э E, Ю IU, Я IA, І I, Ї I, Є IE, Ґ G, Ў U,
            Ә A, Ғ GH, Ҝ G, Ө O, Ү U, Һ H, Ҹ J, Ј Y, Қ K, Ң N, Ұ U, Ҳ H, Ҷ J, Ӣ I, Ӯ U""";

    private static final String ARABIC = """
            ا A, آ A, أ A, إ I, ب B, پ P, ت T, ث S|T, ج J, چ CH, ح H, خ KH, د D, ذ Z|D, ر R, ز Z, ژ ZH, س S, ش SH, ص S, ض Z|D, ط T, ظ Z|D,
            ع A, غ GH, ف F, ق Q, ک K, ك K, گ G, ل L, م M, ن N, و U|V, ه H, ی I, ي I, ى A, ة A, ئ I, ؤ U, ء -, ۆ O, ۇ U, ە A, ێ I""";

    private static final String SILENT = "-";

    private static final Map<Character, List<String>> TABLE = table();

    private Letters() {}

    private static Map<Character, List<String>> table() {
        Map<Character, List<String>> table = new HashMap<>();
        for (String pair : String.join(",", LATIN, CYRILLIC, ARABIC).split(",", -1)) {
            String[] both = pair.strip().split(" ", -1);
            table.put(
                    both[0].charAt(0),
                    List.of(both[1].replace(SILENT, "").replace("|", " ").split(" ", -1)));
        }
        return Map.copyOf(table);
    }

    /** The readings of a letter in upper case, the likeliest first; none where the table does not have it. */
    static List<String> readings(char letter) {
        return TABLE.getOrDefault(letter, List.of());
    }
}
