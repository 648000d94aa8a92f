package muhafiz.domain.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a word that is written without its short vowels: between two consonants one is put, whichever, for in {@link Sounds} no vowel
 * counts but a first one.
 */
final class ArabicScript {
    private static final String VOWELS = "AIOU";
    /** Stands behind each letter while the spellings are put together. */
    private static final String MARK = "-";

    private static final String SHORT_VOWEL = "A";
    private static final char FINAL_H = 'ه';
    private static final char YA = 'ی';
    private static final char ARABIC_YA = 'ي';
    private static final char WAW = 'و';

    private ArabicScript() {}

    /** @param word in Arabic letters without marks */
    static List<String> spellings(String word, int most) {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            parts.add(readings(word, i).stream().map(reading -> reading + MARK).toList());
        }
        return Folding.written(parts, most).stream()
                .map(ArabicScript::vowelled)
                .distinct()
                .toList();
    }

    private static List<String> readings(String word, int place) {
        char letter = word.charAt(place);
        if (place == 0 && letter == WAW) {
            return List.of("V");
        }
        if (place == 0 && (letter == YA || letter == ARABIC_YA)) {
            return List.of("Y");
        }
        if (place > 0 && place == word.length() - 1 && letter == FINAL_H) {
            return List.of(SHORT_VOWEL);
        }
        List<String> readings = Letters.readings(letter);
        return readings.isEmpty() ? List.of("") : readings;
    }

    /** A vowel between the letters of two consonants. */
    private static String vowelled(String marked) {
        StringBuilder vowelled = new StringBuilder();
        boolean afterConsonant = false;
        for (String letter : marked.split(MARK, -1)) {
            if (letter.isEmpty()) {
                continue;
            }
            boolean isConsonant = VOWELS.indexOf(letter.charAt(0)) < 0;
            if (afterConsonant && isConsonant) {
                vowelled.append(SHORT_VOWEL);
            }
            vowelled.append(letter);
            afterConsonant = isConsonant;
        }
        return vowelled.toString();
    }
}
