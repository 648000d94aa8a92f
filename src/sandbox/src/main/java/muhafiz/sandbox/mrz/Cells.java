package muhafiz.sandbox.mrz;

import java.util.List;
import java.util.Optional;
import muhafiz.inspect.mrz.MrzFormat;

/** What may stand in each cell of a zone (ICAO Doc 9303, parts 4 to 7), and what does. */
final class Cells {
    private static final String LETTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    private static final String DIGIT = "0123456789<";
    private static final String SEX = "MFX<";

    /** For each format and line: a letter, n a digit, s a sex, x any; the last goes on to the end. */
    private static final String CARD_UPPER = "a".repeat(5) + "x".repeat(25);

    private static final String CARD_MIDDLE = "n".repeat(7) + "s" + "n".repeat(7) + "aaa" + "x".repeat(11) + "n";
    private static final String LOWER = "x".repeat(9) + "n" + "aaa" + "n".repeat(7) + "s" + "n".repeat(7);

    private Cells() {}

    /**
     * A line.
     *
     * @param first its first cell among those that were read
     * @param likeness of its letters to the font's, in the mean
     * @param least the same of the least likely
     */
    record Text(String text, int first, double likeness, float least) {}

    /** The likeliest line of the format; empty where there are too few cells. */
    static Optional<Text> read(MrzFormat format, int line, List<float[]> cells) {
        String kinds = kinds(format, line);
        Optional<Text> best = Optional.empty();
        for (int first = 0; first + kinds.length() <= cells.size(); first++) {
            Text text = read(kinds, first, cells);
            if (best.map(before -> text.likeness() > before.likeness()).orElse(true)) {
                best = Optional.of(text);
            }
        }
        return best;
    }

    private static Text read(String kinds, int first, List<float[]> cells) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        float least = 1;
        for (int i = 0; i < kinds.length(); i++) {
            float[] alike = cells.get(first + i);
            int letter = likeliest(allowed(kinds.charAt(i)), alike);
            text.append(OcrB.LETTERS.charAt(letter));
            sum += alike[letter];
            least = Math.min(least, alike[letter]);
        }
        return new Text(text.toString(), first, sum / kinds.length(), least);
    }

    private static int likeliest(String allowed, float[] alike) {
        int best = OcrB.LETTERS.indexOf(allowed.charAt(0));
        for (int i = 1; i < allowed.length(); i++) {
            int letter = OcrB.LETTERS.indexOf(allowed.charAt(i));
            if (alike[letter] > alike[best]) {
                best = letter;
            }
        }
        return best;
    }

    private static String allowed(char kind) {
        return switch (kind) {
            case 'a' -> LETTER;
            case 'n' -> DIGIT;
            case 's' -> SEX;
            default -> OcrB.LETTERS;
        };
    }

    private static String kinds(MrzFormat format, int line) {
        if (format == MrzFormat.TD1) {
            return line == 0 ? CARD_UPPER : line == 1 ? CARD_MIDDLE : "a".repeat(30);
        }
        if (line == 0) {
            return "a".repeat(format.length());
        }
        return LOWER
                + switch (format) {
                    case TD3 -> "x".repeat(14) + "nn";
                    case TD2 -> "x".repeat(7) + "n";
                    default -> "x".repeat(format.length() - LOWER.length());
                };
    }
}
