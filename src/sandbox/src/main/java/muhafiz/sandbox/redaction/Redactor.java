package muhafiz.sandbox.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.redaction.Marks;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Makes documents anew without what is marked. For one thread at a time. */
public final class Redactor {
    private static final int HEAD = 1024;

    /** Anything thrown makes it {@code damaged}; a StackOverflowError {@code too-deep}. */
    public Answer redact(Marks marks, Path document) throws IOException {
        try (ImagePdf made = new ImagePdf()) {
            int words = isPdf(document) ? PdfPages.redact(document, marks, made) : Photo.redact(document, marks, made);
            return new Answer.Redacted(made.bytes(), made.pages(), words);
        } catch (InvalidPasswordException e) {
            return new Answer.Refused("encrypted");
        } catch (RefusedException e) {
            return new Answer.Refused(e.code());
        }
    }

    /** By its head, as readers of PDF find it: within the first 1,024 bytes. */
    private static boolean isPdf(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }
}
