package muhafiz.inspect.mrz;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of ICAO Doc 9303-3 §6 (A Latin, B Cyrillic, C Arabic), every choice they leave. Latin letters with marks that have no line of
 * their own lose their marks, as table A has it. Beside it Ə as Azerbaijani passports write it.
 */
final class Transliteration {
    private static final String LATIN = """
            Ä AE|A, Å AA|A, Æ AE, Ð D, Đ D, Ə E|A, Ħ H, I I, Ĳ IJ, ĸ Q, Ł L, Ñ N|NXX, Ŋ N, Ö OE|O, Ø OE, Œ OE, ß SS, ẞ SS, Þ TH, Ŧ T,
            Ü UE|UXX|U""";

    private static final String CYRILLIC = """
            А A, Б B, В V, Г G|H, Ґ G, Д D, Ѓ G, Ђ D, Е E, Ё E|IO, Є IE|YE, Ж ZH|Z, З Z, Ѕ DZ, И I|Y, І I, Ї I|YI, Й I|Y, Ј J, К K, Ќ K,
            Л L, Љ LJ, М M, Н N, Њ NJ, О O, П P, Р R, С S, Т T, Ћ C, У U, Ў U, Ф F, Х KH|H, Ц TS|C, Ч CH|C, Џ DZ, Ш SH|S, Щ SHCH|SHT,
            Ъ IE|-, Ы Y, Ь -, Э E, Ю IU|YU, Я IA|YA""";

    private static final String ARABIC = """
            ء XE, آ XAA, أ XAE, ؤ U|XW, إ I, ئ XI, ا A, ب B, ة XTA|XAH, ت T, ث XTH, ج J, ح XH, خ XKH, د D, ذ XDH, ر R, ز Z, س S, ش XSH,
            ص XSS, ض XDZ, ط XTT, ظ XZZ, ع E, غ G, ف F, ق Q, ك K, ل L, م M, ن N, ه H, و W, ى XAY, ي Y, ٱ XXA, ٹ XXT, ټ XRT, پ P, ځ XKE,
            څ XXH, چ XC, ڈ XXD, ډ XDR, ڑ XXR, ړ XRR, ږ XRX, ژ XJ, ښ XXS, ک XKK, ګ XXK, ڭ XNG, گ XGG, ں XNN, ڼ XXN, ھ XDO, ۀ XYH, ہ XXG,
            ۂ XGE, ۃ XTG, ی XYA|Y|XAY, ۍ XXY, ې Y, ے XYB, ۓ XBE""";

    private static final Map<Integer, List<String>> TABLE = table();

    private static final List<String> NOTHING = List.of("");

    private Transliteration() {}

    private static Map<Integer, List<String>> table() {
        Map<Integer, List<String>> table = new HashMap<>();
        for (String line : String.join(",", LATIN, CYRILLIC, ARABIC).split(",", -1)) {
            String[] both = line.strip().split(" ", -1);
            table.put(both[0].codePointAt(0), List.of(both[1].replace("-", "").split("\\|", -1)));
        }
        return Map.copyOf(table);
    }

    /** How a letter in upper case may be read; empty where the standard does not say. */
    static Optional<List<String>> readings(int letter) {
        List<String> known = TABLE.get(letter);
        if (known != null) {
            return Optional.of(known);
        }
        if (letter >= 'A' && letter <= 'Z') {
            return Optional.of(List.of(Character.toString(letter)));
        }
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION -> Optional.of(List.of(" "));
            case Character.NON_SPACING_MARK -> Optional.of(NOTHING); // Arabic vowels, and what doubles a letter
            case Character.MODIFIER_LETTER, Character.MODIFIER_SYMBOL, Character.FINAL_QUOTE_PUNCTUATION ->
                Optional.of(NOTHING);
            case Character.OTHER_PUNCTUATION -> Optional.of(List.of("", " ")); // apostrophes go, full stops part
            default -> bare(letter);
        };
    }

    private static Optional<List<String>> bare(int letter) {
        int base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePointAt(0);
        return base == letter ? Optional.empty() : readings(base);
    }
}
