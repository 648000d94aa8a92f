package muhafiz.service.imports;

/** Why nothing of a bag can be taken in. Its words name what is of the format, nothing that stands in the bag. */
final class BagFault extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    BagFault(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
