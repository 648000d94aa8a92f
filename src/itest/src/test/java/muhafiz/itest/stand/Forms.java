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
}
