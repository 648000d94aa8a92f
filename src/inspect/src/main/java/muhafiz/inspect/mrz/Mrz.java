package muhafiz.inspect.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A machine-readable zone, taken apart as ICAO Doc 9303 lays it out. Values are those of the paper without filler; immutable.
 *
 * <p>Two-digit years have no century: a birth lies in the hundred years before the day it is asked for, an expiry within fifty years of it.
 */
public final class Mrz {
    static final char FILLER = '<';

    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]*");
    private static final Pattern DATE = Pattern.compile("[0-9]{6}");

    private final MrzFormat format;
    private final List<String> lines;
    private final Layout layout;

    private Mrz(MrzFormat format, List<String> lines, Layout layout) {
        this.format = format;
        this.lines = lines;
        this.layout = layout;
    }

    /**
     * Where what stands.
     *
     * @param number with its check digit, and where it is long what of it stands in the optional data
     * @param birth with its check digit, as {@code expiry}
     * @param checkedOptional with its check digit; empty where the format has none
     * @param composite all it is made of, and the digit; empty where the format has none
     */
    private record Layout(
            String name,
            String number,
            String nationality,
            String birth,
            char sex,
            String expiry,
            String optional,
            String checkedOptional,
            String composite) {}

    /** The zone of these lines; empty where they have the shape of none. */
    public static Optional<Mrz> of(List<String> lines) {
        for (MrzFormat format : MrzFormat.values()) {
            if (hasShape(format, lines)) {
                return Optional.of(new Mrz(format, List.copyOf(lines), layout(format, lines)));
            }
        }
        return Optional.empty();
    }

    private static boolean hasShape(MrzFormat format, List<String> lines) {
        return lines.size() == format.lines()
                && lines.stream()
                        .allMatch(line -> line.length() == format.length()
                                && CHARACTERS.matcher(line).matches())
                && format.begins(lines.get(0).charAt(0))
                && lines.get(format == MrzFormat.TD1 ? 2 : 0).chars().anyMatch(c -> c == FILLER);
    }

    private static Layout layout(MrzFormat format, List<String> lines) {
        return format == MrzFormat.TD1 ? card(lines) : page(format, lines);
    }

    private static Layout card(List<String> lines) {
        String upper = lines.get(0);
        String middle = lines.get(1);
        return new Layout(
                lines.get(2),
                longNumber(upper.substring(5, 15), upper.substring(15)),
                middle.substring(15, 18),
                middle.substring(0, 7),
                middle.charAt(7),
                middle.substring(8, 15),
                upper.substring(15) + middle.substring(18, 29),
                "",
                upper.substring(5) + middle.substring(0, 7) + middle.substring(8, 15) + middle.substring(18));
    }

    private static Layout page(MrzFormat format, List<String> lines) {
        String lower = lines.get(1);
        boolean isPassport = format == MrzFormat.TD3;
        String optional = format.isVisa() ? lower.substring(28) : lower.substring(28, isPassport ? 42 : 35);
        String number = lower.substring(0, 10);
        return new Layout(
                lines.get(0).substring(5),
                format == MrzFormat.TD2 ? longNumber(number, optional) : number,
                lower.substring(10, 13),
                lower.substring(13, 20),
                lower.charAt(20),
                lower.substring(21, 28),
                optional,
                isPassport ? lower.substring(28, 43) : "",
                format.isVisa() ? "" : lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21));
    }

    /** Of cards, a number of more than nine characters goes on in the optional data, and its check digit is the last before the filler. */
    private static String longNumber(String number, String optional) {
        int end = optional.indexOf(FILLER);
        boolean isLong = number.charAt(9) == FILLER && number.charAt(8) != FILLER && end > 1;
        return isLong ? number.substring(0, 9) + optional.substring(0, end) : number;
    }

    public MrzFormat format() {
        return format;
    }

    /** As they stand on the paper. */
    public List<String> lines() {
        return lines;
    }

    /** One or two letters, such as {@code P} or {@code ID}. */
    public String documentCode() {
        return plain(lines.get(0).substring(0, 2));
    }

    /** Who issued it: the standard's code of a state or organisation, such as {@code AZE} or {@code D}. */
    public String issuer() {
        return plain(lines.get(0).substring(2, 5));
    }

    public String documentNumber() {
        return plain(layout.number().substring(0, layout.number().length() - 1));
    }

    public String nationality() {
        return plain(layout.nationality());
    }

    /** Words parted by a single space; the surname, where its state distinguishes one. */
    public String surname() {
        return words(part(0));
    }

    /** Words parted by a single space; empty where all stands in {@link #surname}. */
    public String givenNames() {
        return words(part(1));
    }

    /** Whether names may have been cut, as no filler follows them. */
    public boolean isNameCut() {
        return layout.name().charAt(format.nameLength() - 1) != FILLER;
    }

    /** {@code F}, {@code M} or {@code X}. */
    public String sex() {
        return layout.sex() == FILLER ? "X" : String.valueOf(layout.sex());
    }

    /** Empty where a part of it is unknown. */
    public Optional<LocalDate> birthDate(LocalDate today) {
        return date(layout.birth(), today);
    }

    /** Empty where there is none. */
    public Optional<LocalDate> expiryDate(LocalDate today) {
        return date(layout.expiry(), today.plusYears(50));
    }

    /** What states put there of their own; words parted by a single space. */
    public String optionalData() {
        return words(layout.optional());
    }

    /** Whose check digits do not hold. */
    public Set<MrzField> failing() {
        Set<MrzField> failing = EnumSet.noneOf(MrzField.class);
        check(failing, MrzField.DOCUMENT_NUMBER, layout.number());
        check(failing, MrzField.BIRTH_DATE, layout.birth());
        check(failing, MrzField.EXPIRY_DATE, layout.expiry());
        check(failing, MrzField.OPTIONAL_DATA, layout.checkedOptional());
        check(failing, MrzField.COMPOSITE, layout.composite());
        return failing;
    }

    /** Whether the issuer and the nationality are codes that the standard knows; those of specimens are none. */
    public boolean isOfKnownStates() {
        return StateCodes.isKnown(issuer()) && StateCodes.isKnown(nationality());
    }

    private static void check(Set<MrzField> failing, MrzField field, String checked) {
        int last = checked.length() - 1;
        if (last >= 0 && !CheckDigit.holds(checked.substring(0, last), checked.charAt(last))) {
            failing.add(field);
        }
    }

    private String part(int which) {
        String[] parts = layout.name().split("<<", 2);
        return which < parts.length ? parts[which] : "";
    }

    private static String words(String filled) {
        return filled.replace(FILLER, ' ').strip().replaceAll(" +", " ");
    }

    private static String plain(String filled) {
        return filled.replace(String.valueOf(FILLER), "");
    }

    /** The last such date that is not after {@code latest}. */
    private static Optional<LocalDate> date(String field, LocalDate latest) {
        String digits = field.substring(0, 6);
        if (!DATE.matcher(digits).matches()) {
            return Optional.empty();
        }
        int year = latest.getYear() - Math.floorMod(latest.getYear() - Integer.parseInt(digits.substring(0, 2)), 100);
        try {
            LocalDate date =
                    LocalDate.of(year, Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(4)));
            return Optional.of(date.isAfter(latest) ? date.minusYears(100) : date);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Says what it is, never what it says. */
    @Override
    public String toString() {
        return "Mrz[" + format.code() + "]";
    }
}
