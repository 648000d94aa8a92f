package muhafiz.domain.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a word when everything is taken away that its spellings differ in: vowels but a first one, doubled letters, voice (b/p,
 * d/t, z/s/ş, v/f), the many letters of the throat (k/q/g/ğ/x, and h, which may be silent), endings such as -ov, -yeva, -off. Coarse by
 * design: unlike names may share it, and {@link Likeness} tells them apart.
 */
final class Sounds {
    private static final int LONGEST = 6;
    private static final int MOST = 8;
    private static final String VOWEL = "a";

    /** Letters that sound as one, the longer first. */
    private static final Pattern SOUND =
            Pattern.compile("SHCH|TSCH|DSCH|SCH|DZH|TCH|KH|GH|SH|CH|ZH|PH|CK|TS|TZ|DZ|DJ|[A-Z]");

    private static final Map<String, List<String>> CLASSES = classes();

    /** Of a surname; what stays has two letters at least. */
    private static final Pattern ENDING = Pattern.compile("(?<=^.{2,40})[IY]*[EO](V+|F+|W)[AEIOU]?$");

    /** The same where vowels are unsure, as in Arabic script; names such as Yusif end so by themselves. */
    private static final Pattern PERHAPS_ENDING = Pattern.compile("(?<=^.{2,40})[IY]*[AIU](V+|F+|W)[AEIOU]?$");

    /** Of a father's name. */
    private static final Pattern PATRONYMIC = Pattern.compile("(?<=^.{2,40})[IY]*[EO]V(I?CH?|ITCH|YCH|NA)$");

    private Sounds() {}

    private static Map<String, List<String>> classes() {
        Map<String, List<String>> classes = new HashMap<>();
        into(classes, "A E I O U Y", VOWEL);
        into(classes, "B P", "B");
        into(classes, "D T", "T");
        into(classes, "F V W PH", "V");
        into(classes, "G K Q KH GH CK", "K");
        into(classes, "H", "K", "");
        into(classes, "C CH", "J", "K");
        into(classes, "J ZH DZH TCH DJ TSCH DSCH", "J");
        into(classes, "S Z SH SCH SHCH TS TZ DZ", "S");
        into(classes, "X", "K", "KS");
        into(classes, "L", "L");
        into(classes, "M", "M");
        into(classes, "N", "N");
        into(classes, "R", "R");
        return Map.copyOf(classes);
    }

    private static void into(Map<String, List<String>> classes, String sounds, String... written) {
        for (String sound : sounds.split(" ", -1)) {
            classes.put(sound, List.of(written));
        }
    }

    /** Of a written word of a surname. */
    static Set<String> ofSurname(String word) {
        Set<String> sounds = new LinkedHashSet<>();
        for (String spelling : Folding.spellings(word)) {
            Matcher perhaps = PERHAPS_ENDING.matcher(spelling);
            if (perhaps.find()) {
                sounds.addAll(of(perhaps.replaceFirst("")));
            }
            sounds.addAll(of(ENDING.matcher(spelling).replaceFirst("")));
        }
        return sounds;
    }

    /** Of a written word of a given or a father's name; a surname may have been put in its place. */
    static Set<String> ofGiven(String word) {
        Set<String> sounds = new LinkedHashSet<>();
        for (String spelling : Folding.spellings(word)) {
            sounds.addAll(of(PATRONYMIC.matcher(spelling).replaceFirst("")));
            sounds.addAll(of(ENDING.matcher(spelling).replaceFirst("")));
        }
        return sounds;
    }

    /** @param spelling in A to Z */
    private static Set<String> of(String spelling) {
        List<List<String>> parts = new ArrayList<>();
        Matcher sound = SOUND.matcher(spelling);
        while (sound.find()) {
            parts.add(classOf(sound.group()));
        }
        Set<String> sounds = new LinkedHashSet<>();
        Folding.written(parts, MOST).forEach(written -> sounds.add(skeleton(written)));
        sounds.remove("");
        return sounds;
    }

    private static List<String> classOf(String sound) {
        return CLASSES.getOrDefault(sound, List.of(""));
    }

    private static String skeleton(String written) {
        StringBuilder bare = new StringBuilder(LONGEST);
        if (written.startsWith(VOWEL)) {
            bare.append('A');
        }
        char last = ' ';
        for (int i = 0; i < written.length() && bare.length() < LONGEST; i++) {
            char sound = written.charAt(i);
            if (sound != VOWEL.charAt(0) && sound != last) {
                bare.append(sound);
                last = sound;
            }
        }
        return bare.toString();
    }
}
