package muhafiz.inspect.redaction;

import java.util.List;

/**
 * What goes: everything below the areas, and the words wherever they stand in the text.
 *
 * @param areas at most {@value #MOST_AREAS}
 * @param words at most {@value #MOST_WORDS}; each has two letters or digits at least, and nothing else in it counts
 */
public record Marks(List<Mark> areas, List<String> words) {
    public static final int MOST_AREAS = 500;
    public static final int MOST_WORDS = 100;
    /** Of one word, in characters. */
    public static final int LONGEST_WORD = 100;

    public Marks {
        areas = List.copyOf(areas);
        words = List.copyOf(words);
        if (areas.size() > MOST_AREAS || words.size() > MOST_WORDS || (areas.isEmpty() && words.isEmpty())) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_AREAS + " areas or 1 to " + MOST_WORDS + " words are needed");
        }
        if (!words.stream().allMatch(Marks::isWord)) {
            throw new IllegalArgumentException(
                    "a word has two letters or digits at least, and at most " + LONGEST_WORD + " characters");
        }
    }

    private static boolean isWord(String word) {
        return word.length() <= LONGEST_WORD
                && word.codePoints().filter(Character::isLetterOrDigit).count() >= 2;
    }

    /** Says how many, never which. */
    @Override
    public String toString() {
        return "Marks[" + areas.size() + " areas, " + words.size() + " words]";
    }
}
