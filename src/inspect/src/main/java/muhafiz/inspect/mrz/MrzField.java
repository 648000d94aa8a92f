package muhafiz.inspect.mrz;

/** What of a zone bears a check digit. */
public enum MrzField {
    DOCUMENT_NUMBER("documentNumber"),
    BIRTH_DATE("birthDate"),
    EXPIRY_DATE("expiryDate"),
    /** Of a passport: its optional data, often a personal number. */
    OPTIONAL_DATA("optionalData"),
    /** Over several fields together; visas have none. */
    COMPOSITE("composite");

    private final String code;

    MrzField(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
