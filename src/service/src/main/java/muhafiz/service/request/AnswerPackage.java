package muhafiz.service.request;

import java.io.FilterOutputStream;
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
import muhafiz.crypto.token.AccessCode;
import muhafiz.proof.paper.AnswerManifest;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;

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

    /**
     * Writes all of it as the one file of a ZIP that is encrypted with AES-256 by a passphrase; {@code out} stays open.
     *
     * @throws IntegrityException and others as {@link #writeTo}
     */
    public void writeLocked(OutputStream out, String passphrase) throws IOException {
        ZipParameters locked = new ZipParameters();
        locked.setFileNameInZip(fileName());
        locked.setCompressionLevel(CompressionLevel.NO_COMPRESSION);
        locked.setEncryptFiles(true);
        locked.setEncryptionMethod(EncryptionMethod.AES);
        locked.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        var zip = new net.lingala.zip4j.io.outputstream.ZipOutputStream(
                new StaysOpen(out), passphrase.toCharArray(), StandardCharsets.UTF_8);
        zip.putNextEntry(locked);
        writeTo(zip);
        zip.closeEntry();
        zip.close(); // writes the directory; not where something failed, so that what went out opens nowhere
    }

    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** A passphrase of 120 random bits that nobody has seen yet. */
    public static String freshPassphrase() {
        return AccessCode.fresh() + "-" + AccessCode.fresh();
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void document(ZipOutputStream zip, AnswerDocument.Told paper, String name) throws IOException {
        try (AnswerContents.Opened opened = contents.open(paper)) {
            add(zip, name, opened::writeTo);
            if (!opened.sha256().equals(files.get(name))) {
                throw new IntegrityException("a document of an answer is not what is kept");
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
