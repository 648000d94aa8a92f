package muhafiz.verify.witness;

/** What a witness answers: HTTP status, content type, body. */
record Answer(int status, String type, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer ok(String body) {
        return new Answer(200, TEXT, body);
    }

    /** The size that it has cosigned last. */
    static Answer conflict(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer refused(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }
}
