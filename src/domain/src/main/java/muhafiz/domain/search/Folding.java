package muhafiz.domain.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings names and identifiers to spellings that can be compared: Latin capitals without marks. */
public final class Folding {
    /** A word has no more spellings than this; the likeliest are kept. */
    private static final int SPELLINGS = 8;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern INSIDE_A_WORD = Pattern.compile("['’ʼʻ`´\u0640\u200c\u200d\\p{Mn}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern ARTICLE = Pattern.compile("ال(?=\\p{L}{3})");

    /** Son of, daughter of, the: they stand beside names and are none. */
    private static final Set<String> PARTICLES = Set.of(
            "OGLU", "OGHLU", "OGLI", "OGLY", "OGHLY", "QIZI", "GIZI", "KIZI", "KYZY", "GYZY", "QYZY", "AL", "EL", "IBN",
            "BIN", "BINT", "BANAT");

    private Folding() {}

    /** The words of a name in their order, each by its likeliest Latin spelling, without particles; empty where there is no letter. */
    public static List<String> words(String name) {
        return apart(name).stream()
                .map(Folding::spellings)
                .map(spellings -> spellings.iterator().next())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words as they are written, in their order, without particles; but a name of nothing else keeps them. */
    static List<String> apart(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String joined = INSIDE_A_WORD.matcher(composed).replaceAll("");
        List<String> all = Arrays.stream(BETWEEN_WORDS.split(joined))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> names = all.stream().filter(word -> !isParticle(word)).toList();
        return names.isEmpty() ? all : names;
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(spellings(word).iterator().next());
    }

    /** The Latin spellings that one written word can stand for, the likeliest first; never empty. */
    static Set<String> spellings(String word) {
        if (word.isEmpty() || Character.UnicodeScript.of(word.charAt(0)) != Character.UnicodeScript.ARABIC) {
            return Set.of(latin(word));
        }
        Set<String> spellings = new LinkedHashSet<>(ArabicScript.spellings(word, SPELLINGS));
        if (ARTICLE.matcher(word).lookingAt()) {
            spellings.addAll(ArabicScript.spellings(word.substring(2), SPELLINGS));
        }
        return spellings;
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            List<String> readings = Letters.readings(letter);
            latin.append(readings.isEmpty() ? bare(letter) : readings.get(0));
        }
        return latin.toString();
    }

    /** The letter without its marks; nothing where no letter of A to Z is left. */
    private static String bare(char letter) {
        String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replaceAll("[^A-Z]", "");
    }

    /** A document's or a person's number: letters and digits in capitals, nothing between them. */
    public static String number(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return NO_LETTER_OR_DIGIT.matcher(composed).replaceAll("").replace('İ', 'I');
    }

    /** An address: in small letters, without what surrounds it. */
    public static String address(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** All ways to write one part after the other, as many as allowed. */
    static List<String> written(List<List<String>> parts, int most) {
        List<String> written = List.of("");
        for (List<String> part : parts) {
            written = product(written, part, most);
        }
        return written;
    }

    private static List<String> product(List<String> starts, List<String> ends, int most) {
        return ends.stream()
                .flatMap(end -> starts.stream().map(start -> start + end))
                .limit(most)
                .toList();
    }
}
