package muhafiz.inspect.mrz;

/** The five layouts of a machine-readable zone (ICAO Doc 9303, parts 4 to 7). */
public enum MrzFormat {
    /** A card, part 5. */
    TD1("TD1", 3, 30, 30),
    /** A larger card, part 6. */
    TD2("TD2", 2, 36, 31),
    /** A passport, part 4. */
    TD3("TD3", 2, 44, 39),
    /** A visa of passport size, part 7. */
    MRV_A("MRV-A", 2, 44, 39),
    /** A smaller visa, part 7. */
    MRV_B("MRV-B", 2, 36, 31);

    private final String code;
    private final int lines;
    private final int length;
    private final int nameLength;

    MrzFormat(String code, int lines, int length, int nameLength) {
        this.code = code;
        this.lines = lines;
        this.length = length;
        this.nameLength = nameLength;
    }

    /** As the standard writes it. */
    public String code() {
        return code;
    }

    public int lines() {
        return lines;
    }

    /** Characters of a line. */
    public int length() {
        return length;
    }

    int nameLength() {
        return nameLength;
    }

    boolean isVisa() {
        return this == MRV_A || this == MRV_B;
    }

    /** Whether the first line may begin so: V is a visa's, P a passport's, and A, C and I are those of cards. */
    boolean begins(char first) {
        return switch (this) {
            case TD1, TD2 -> "ACI".indexOf(first) >= 0;
            case TD3 -> first == 'P';
            case MRV_A, MRV_B -> first == 'V';
        };
    }
}
