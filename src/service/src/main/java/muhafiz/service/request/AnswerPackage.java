package muhafiz.service.request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.paper.AnswerManifest;

/**
 * An answer as a ZIP, written file by file: {@code letter.pdf}, {@code data.json}, the documents, the person's log, and the signed
 * manifest, which comes last since it names them all. For one thread.
 */
public final class AnswerPackage {
    private final AnswerData.Collected answer;
    private final AnswerContents contents;
    private final Map<String, String> files = new TreeMap<>();

    AnswerPackage(AnswerData.Collected answer, AnswerContents contents) {
        this.answer = answer;
        this.contents = contents;
    }

    /** What it is to be saved as. */
    public String fileName() {
        return answer.number() + ".zip";
    }

    /**
     * Writes all of it; {@code out} stays open.
     *
     * @throws IntegrityException where a document is not what was received
     * @throws muhafiz.service.keys.ForgottenException where a document was destroyed meanwhile
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(0);
        byte[] letter = contents.letter(answer);
        add(zip, "letter.pdf", file -> file.write(letter));
        add(zip, "data.json", file -> file.write(answer.json().toString().getBytes(StandardCharsets.UTF_8)));
        for (AnswerDocument.Told paper : answer.papers()) {
            if (paper.name().isPresent()) {
                document(zip, paper, paper.name().get());
            }
        }
        for (int i = 0; i < answer.listings().size(); i++) {
            String listing = answer.listings().get(i).toString();
            add(zip, "log/listing-" + (i + 1) + ".json", file -> file.write(listing.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] manifest = contents.manifest(answer.number(), files);
        zip.putNextEntry(new ZipEntry(AnswerManifest.NAME));
        zip.write(manifest);
        zip.closeEntry();
        zip.finish();
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void document(ZipOutputStream zip, AnswerDocument.Told paper, String name) throws IOException {
        try (AnswerContents.Opened opened = contents.open(paper.document().id())) {
            add(zip, name, opened::writeTo);
            if (!HexFormat.of().formatHex(opened.about().sha256()).equals(files.get(name))) {
                throw new IntegrityException("a document of an answer is not what was received");
            }
        }
    }

    private void add(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream hashing = new DigestOutputStream(zip, sha256());
        content.writeTo(hashing);
        zip.closeEntry();
        files.put(name, HexFormat.of().formatHex(hashing.getMessageDigest().digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
