package muhafiz.itest.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import muhafiz.itest.stand.Tus;

/** Documents in parts. */
record UploadTable(Office office, AccessTable table) {
    private static final String NOBODYS = Tus.UPLOADS + "/" + UUID.randomUUID() + "?application=";
    private static final String SHIPPED_LIMIT_AND_ONE = "26214401"; // policy, document_kinds.defaults.max_bytes

    Map<String, Row> rows() {
        return Map.of(
                "beginUpload", begin(),
                "viewUpload", row(200, () -> of("HEAD", fresh())),
                "continueUpload", more(),
                "endUpload", row(204, () -> of("DELETE", fresh())));
    }

    private Row begin() {
        String path =
                Tus.UPLOADS + "?kind=passport&application=" + office.lodged().number();
        return row(201, () -> {
                    makeRoom();
                    return sized(new Question(office.by("portal"), "POST", path, tus(), "", new byte[0]), "100");
                })
                .when(400, question -> question.with("Upload-Metadata", "filename not*base64"))
                .when(404, question -> question.by(office.by("callcentre")))
                .when(409, question -> question.at(path.replaceAll("application=.*", numberIn(ofClosed()))))
                .when(
                        413,
                        question -> sized(
                                new Question(office.by("portal"), "POST", path, tus(), "", new byte[0]),
                                SHIPPED_LIMIT_AND_ONE))
                .when(422, question -> question.at(path.replace("passport", "diary")));
    }

    private static String numberIn(String upload) {
        return upload.substring(upload.indexOf('?') + 1);
    }

    private static Question sized(Question question, String length) {
        return question.with("Upload-Length", length);
    }

    private Row more() {
        byte[] paper = office.freshPaper();
        byte[] part = Arrays.copyOf(paper, paper.length - 1);
        return row(204, () -> patch(paper, part))
                .when(
                        409,
                        question -> at(
                                of("PATCH", begun(paper.length)).typed(Tus.PART).saying(part), 7))
                .when(413, question -> at(of("PATCH", begun(10)).typed(Tus.PART).saying(part), 0))
                .when(415, question -> question.typed("text/plain"))
                .when(460, question -> question.saying(Arrays.copyOf(part, part.length - 1)));
    }

    /** A sum over the body, so that whoever goes away in the middle has sent nothing. */
    private Question patch(byte[] whole, byte[] part) {
        return at(of("PATCH", begun(whole.length)).typed(Tus.PART).saying(part), 0)
                .with("Upload-Checksum", "sha256 " + Base64.getEncoder().encodeToString(sha256(part)));
    }

    private static Question at(Question question, int offset) {
        return question.with("Upload-Offset", Integer.toString(offset));
    }

    private Row row(int good, Supplier<Question> well) {
        return table.known(good, well)
                .when(400, question -> question.at(question.path().replaceAll("application=.*", "application=")))
                .when(404, question -> question.at(NOBODYS + office.lodged().number()))
                .when(409, question -> question.at(ofClosed()))
                .when(412, question -> question.insteadOf("Tus-Resumable", "0.2.2"));
    }

    private Question of(String method, String upload) {
        return new Question(office.by("portal"), method, upload, tus(), "", new byte[0]);
    }

    private static List<String> tus() {
        return List.of("Tus-Resumable", "1.0.0");
    }

    private String fresh() {
        return begun(100);
    }

    /** What was begun before is over: so many are allowed at once. */
    private String begun(long length) {
        makeRoom();
        return new Tus(office.by("portal")).begun(office.lodged(), "passport", length);
    }

    private void makeRoom() {
        LogBook.bySuperuser(office.archive()).execute("update archive.upload set state = 'over' where state = 'open'");
    }

    /** An upload for a case that was closed after it began. */
    private String ofClosed() {
        String upload = new Tus(office.by("portal")).begun(office.free(), "passport", 100);
        String id = upload.substring(Tus.UPLOADS.length() + 1, upload.indexOf('?'));
        LogBook.bySuperuser(office.archive())
                .execute("update archive.case_file set state = 'closed' where id = (select case_id from archive.upload"
                        + " where id = '" + id + "')");
        return upload;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
