package muhafiz.itest.stand;

/** Applications as the portal sends them. */
public final class Forms {
    private Forms() {}

    /** A work permit for one year, lodged by an employer for an applicant. */
    public static String workPermit(String unit, String applicantSurname) {
        return """
                {"service":"WP","unit":"%s","channel":"portal","term":"P1Y","parties":[
                 {"role":"applicant","surname":"%s","givenNames":"Aynur","birthDate":"1990-04-17",
                  "nationality":"TUR","documentNumber":"C01234567","email":"aynur@example.org","phone":"+994501234567"},
                 {"role":"employer","name":"Xəzər Tikinti MMC","taxNumber":"1400999901"}]}
                """.formatted(unit, applicantSurname);
    }

    /** The same for somebody else, who is named by these members besides a day of birth in 1984. */
    public static String workPermitOf(String unit, String surname, String givenNames, String documentNumber) {
        return """
                {"service":"WP","unit":"%s","channel":"portal","term":"P1Y","parties":[
                 {"role":"applicant","surname":"%s","givenNames":"%s","birthDate":"1984-02-29",
                  "nationality":"TUR","documentNumber":"%s","pin":"%s","email":"%s@example.org"},
                 {"role":"employer","name":"Xəzər Tikinti MMC","taxNumber":"1400999901"}]}
                """.formatted(unit, surname, givenNames, documentNumber, "P" + documentNumber, documentNumber);
    }

    /** A ban on entry, as the office opens it itself. */
    public static String entryBan(String surname, String documentNumber) {
        return """
                {"class":"RC-BAN","unit":"HQ","channel":"internal","parties":[
                 {"role":"applicant","surname":"%s","givenNames":"Ramin","birthDate":"1979-11-03","nationality":"IRN",
                  "documentNumber":"%s","email":"ramin@example.org","phone":"+994501234599","address":"Bakı, Nizami 5"}]}
                """.formatted(surname, documentNumber);
    }

    /** What a border unit asks. */
    public static String atCheckpoint(String documentNumber) {
        return "{\"documentNumber\":\"" + documentNumber + "\",\"checkpoint\":\"Biləsuvar\",\"reason\":\"first line\"}";
    }
}
