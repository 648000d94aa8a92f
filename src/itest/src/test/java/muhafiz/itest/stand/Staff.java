package muhafiz.itest.stand;

/** What somebody at a desk does, always for a stated purpose. */
public record Staff(Client client) {
    /** What the archive knows of a document. */
    public Answer describe(String document, String purpose) {
        return client.get("/api/v1/documents/" + document + "?purpose=" + purpose);
    }

    /** The document itself. */
    public Answer content(String document, String purpose, String... headers) {
        return client.get(contentPath(document, purpose), headers);
    }

    public Answer contentHead(String document, String purpose, String... headers) {
        return client.head(contentPath(document, purpose), headers);
    }

    public static String contentPath(String document, String purpose) {
        return "/api/v1/documents/" + document + "/content?purpose=" + purpose;
    }

    public Answer view(Lodged lodged, String purpose) {
        return client.get(lodged.path() + "?purpose=" + purpose);
    }

    /** Looks for an exact application number. */
    public Answer search(String number, String purpose) {
        return client.post("/api/v1/searches?purpose=" + purpose, "{\"number\":\"" + number + "\"}");
    }

    /** Looks for a person. */
    public Answer searchFor(String form, String purpose) {
        return client.post("/api/v1/searches?purpose=" + purpose, form);
    }
}
