package muhafiz.domain.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How a name in Azerbaijani Latin letters is met elsewhere. Its rules were written from published practice, not from {@link Letters}:
 * machine-readable zones; Russian spellings of the Soviet and present time; English newspapers; Arabic script, where short vowels are left
 * out. Where practice has a choice, the seeded chance takes one.
 */
public enum Spelling {
    MACHINE_READABLE(Map.ofEntries(
            rule("ə", "a"),
            rule("ç", "c"),
            rule("ğ", "g"),
            rule("ı", "i"),
            rule("ö", "o", "oe"),
            rule("ş", "s"),
            rule("ü", "u", "ue"))),
    RUSSIAN(Map.ofEntries(
            rule("yev", "ев"),
            rule("yeva", "ева"),
            rule("ya", "я"),
            rule("yu", "ю"),
            rule("a", "а"),
            rule("b", "б"),
            rule("c", "дж"),
            rule("ç", "ч"),
            rule("d", "д"),
            rule("e", "е", "э"),
            rule("ə", "а", "е"),
            rule("f", "ф"),
            rule("g", "г"),
            rule("ğ", "г"),
            rule("h", "г", "х"),
            rule("x", "х"),
            rule("ı", "ы", "и"),
            rule("i", "и"),
            rule("j", "ж"),
            rule("k", "к"),
            rule("q", "к", "г"),
            rule("l", "л"),
            rule("m", "м"),
            rule("n", "н"),
            rule("o", "о"),
            rule("ö", "о", "ё"),
            rule("p", "п"),
            rule("r", "р"),
            rule("s", "с"),
            rule("ş", "ш"),
            rule("t", "т"),
            rule("u", "у"),
            rule("ü", "у", "ю"),
            rule("v", "в"),
            rule("y", "й"),
            rule("z", "з"),
            rule("mm", "м", "мм"))),
    ENGLISH(Map.ofEntries(
            rule("yev", "yev", "ev"),
            rule("yeva", "yeva", "eva"),
            rule("ov$", "ov", "off"),
            rule("c", "j", "dj", "dzh"),
            rule("ç", "ch"),
            rule("ə", "a", "e"),
            rule("ğ", "gh", "g"),
            rule("x", "kh", "h"),
            rule("ı", "i", "y"),
            rule("ö", "o", "oe"),
            rule("q", "g", "k", "gh"),
            rule("ş", "sh"),
            rule("ü", "u"),
            rule("mm", "m", "mm"),
            rule("y", "y", "i"))),
    ARABIC(Map.ofEntries(
            rule("yev", "یف", "یوف"),
            rule("yeva", "یوا", "یوا"),
            rule("ov$", "وف", "اف"),
            rule("ova$", "وفا", "ووا"),
            rule("^ə", "ا"),
            rule("^e", "ا"),
            rule("^i", "ا"),
            rule("^o", "او"),
            rule("^u", "او"),
            rule("^ü", "او"),
            rule("^ö", "او"),
            rule("a", "ا"),
            rule("ə", ""),
            rule("ə$", "ه"),
            rule("e", "", "ی"),
            rule("ı", "", "ی"),
            rule("i", "", "ی"),
            rule("o", "و", ""),
            rule("ö", "و", ""),
            rule("u", "و", ""),
            rule("ü", "و", ""),
            rule("b", "ب"),
            rule("c", "ج"),
            rule("ç", "چ"),
            rule("d", "د"),
            rule("f", "ف"),
            rule("g", "گ"),
            rule("ğ", "غ"),
            rule("h", "ح", "ه"),
            rule("x", "خ"),
            rule("j", "ژ"),
            rule("k", "ک"),
            rule("q", "ق"),
            rule("l", "ل"),
            rule("m", "م"),
            rule("mm", "م", "حم"),
            rule("n", "ن"),
            rule("p", "پ"),
            rule("r", "ر"),
            rule("s", "س", "ص"),
            rule("ş", "ش"),
            rule("t", "ت", "ط"),
            rule("v", "و"),
            rule("y", "ی"),
            rule("z", "ز", "ذ"))),
    /** A Russian spelling, in Latin letters by BGN/PCGN 1947: how those are written who come with a Russian passport. */
    RELAYED(Map.ofEntries(
            rule("а", "a"),
            rule("б", "b"),
            rule("в", "v"),
            rule("г", "g"),
            rule("д", "d"),
            rule("е", "e", "ye"),
            rule("ё", "e", "yo"),
            rule("ж", "zh"),
            rule("з", "z"),
            rule("и", "i"),
            rule("й", "y"),
            rule("к", "k"),
            rule("л", "l"),
            rule("м", "m"),
            rule("н", "n"),
            rule("о", "o"),
            rule("п", "p"),
            rule("р", "r"),
            rule("с", "s"),
            rule("т", "t"),
            rule("у", "u"),
            rule("ф", "f"),
            rule("х", "kh"),
            rule("ц", "ts"),
            rule("ч", "ch"),
            rule("ш", "sh"),
            rule("ы", "y"),
            rule("э", "e"),
            rule("ю", "yu"),
            rule("я", "ya"))),
    /** One slip of the pen: a vowel another, a letter doubled, a doubled one single. */
    SLIP(Map.of());

    private static final String VOWELS = "aeəiıoöuü";

    private final Map<String, List<String>> rules;

    Spelling(Map<String, List<String>> rules) {
        this.rules = rules;
    }

    private static Map.Entry<String, List<String>> rule(String letters, String... spelled) {
        return Map.entry(letters, List.of(spelled));
    }

    /** @param name in small Azerbaijani letters */
    String of(String name, Random chance) {
        return switch (this) {
            case SLIP -> slip(name, chance);
            case RELAYED -> byRules(RUSSIAN.of(name, chance), chance);
            default -> byRules(name, chance);
        };
    }

    /** Somebody of that name, who is sought by another spelling of it. */
    public NamedPerson respelled(NamedPerson known, long seed) {
        Random chance = new Random(seed);
        Locale own = Locale.forLanguageTag("az");
        return new NamedPerson(
                of(known.surname().toLowerCase(own), chance),
                of(known.givenNames().toLowerCase(own), chance),
                known.born(),
                Optional.empty());
    }

    private String byRules(String name, Random chance) {
        StringBuilder spelled = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int length = longest(name, at);
            List<String> choice = length == 0 ? List.of(name.substring(at, at + 1)) : choice(name, at, length);
            spelled.append(choice.get(chance.nextInt(choice.size())));
            at += Math.max(1, length);
        }
        return spelled.toString();
    }

    private int longest(String name, int at) {
        for (int length = Math.min(4, name.length() - at); length > 0; length--) {
            if (!choice(name, at, length).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    private List<String> choice(String name, int at, int length) {
        String letters = name.substring(at, at + length);
        List<String> anywhere = rules.getOrDefault(letters, List.of());
        List<String> here = at == 0 ? rules.getOrDefault("^" + letters, anywhere) : anywhere;
        return at + length == name.length() ? rules.getOrDefault(letters + "$", here) : here;
    }

    private static String slip(String name, Random chance) {
        int at = 1 + chance.nextInt(name.length() - 1);
        char letter = name.charAt(at);
        if (VOWELS.indexOf(letter) >= 0) {
            return name.substring(0, at) + VOWELS.charAt(chance.nextInt(VOWELS.length())) + name.substring(at + 1);
        }
        return name.substring(0, at) + letter + name.substring(at);
    }
}
