package muhafiz.itest.stand;

/**
 * The machine-readable zone of a passport, with its check digits (ICAO Doc 9303-4), made without the code under test.
 *
 * @param state of three letters
 * @param names as the zone has them, such as {@code ERIKSSON<<ANNA<MARIA}
 * @param birth as {@code yyMMdd}
 * @param expiry the same
 */
public record Zone(String state, String names, String number, String birth, String expiry) {
    /** Of whom {@link Forms#workPermit} tells, as far as the surname is this one. */
    public static Zone ofWorkPermit(String surname, String number) {
        return new Zone("TUR", surname + "<<AYNUR", number, "900417", "350101");
    }

    /** Two lines. */
    public String text() {
        String upper = filled("P<" + state + names, 44);
        String checkedNumber = checked(filled(number, 9));
        String optional = checked(filled("", 14));
        String dates = checked(birth) + "F" + checked(expiry);
        String composite = checkedNumber + checked(birth) + checked(expiry) + optional;
        return upper + "\n" + checkedNumber + state + dates + optional + digit(composite);
    }

    /** A PDF that shows it. */
    public Sample pdf() {
        return Sample.pdf(text());
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
            int value = field.charAt(i) == '<' ? 0 : Character.digit(field.charAt(i), 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }
}
