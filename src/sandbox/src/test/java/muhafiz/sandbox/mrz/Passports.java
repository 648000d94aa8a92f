package muhafiz.sandbox.mrz;

import java.util.List;
import java.util.Random;

/** Zones of passports of nobody, with their check digits (ICAO Doc 9303-3 §4.9), made without the code under test. */
public final class Passports {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALL = LETTERS + "0123456789";
    private static final List<String> STATES = List.of("AZE", "TUR", "RUS", "IRN", "GEO", "UKR");

    private final Random random;

    public Passports(long seed) {
        this.random = new Random(seed);
    }

    public List<String> next() {
        String state = STATES.get(random.nextInt(STATES.size()));
        String name = "P<" + state + some(LETTERS, 4, 8) + "<<" + some(LETTERS, 4, 7) + "<" + some(LETTERS, 3, 7);
        String number = checked(some(ALL, 9, 1));
        String birth = checked(date(40, 60));
        String expiry = checked(date(25, 10));
        String optional = checked(filled(some(ALL, 1, 13), 14));
        String lower = number + state + birth + (random.nextBoolean() ? "F" : "M") + expiry + optional;
        return List.of(filled(name, 44), lower + digit(number + birth + expiry + optional));
    }

    private String some(String of, int least, int more) {
        StringBuilder some = new StringBuilder();
        for (int left = least + random.nextInt(more); left > 0; left--) {
            some.append(of.charAt(random.nextInt(of.length())));
        }
        return some.toString();
    }

    private String date(int year, int years) {
        return "%02d%02d%02d"
                .formatted((year + random.nextInt(years)) % 100, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }

    private static String checked(String field) {
        return field + digit(field);
    }

    private static int digit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : Character.digit(c, 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }
}
