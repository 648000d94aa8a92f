package muhafiz.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.api.http.ContentDigest;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/** The one part of an upload form, read as it comes (RFC 7578). */
final class FilePart {
    private static final String NAME = "file";

    private final FileItemInput part;
    private final InputStream body;

    private FilePart(FileItemInput part, InputStream body) {
        this.part = part;
        this.body = body;
    }

    /**
     * The part at the beginning of a form.
     *
     * @param contentType of the form, with its boundary
     * @throws RefusedException {@code malformed}
     */
    static FilePart in(String contentType, InputStream form) throws IOException {
        try {
            FileItemInputIterator parts = new StreamedForm().getItemIterator(new StreamedForm.Head(contentType, form));
            if (!parts.hasNext()) {
                throw malformed();
            }
            FileItemInput first = parts.next();
            if (!NAME.equals(first.getFieldName())) {
                throw malformed();
            }
            return new FilePart(first, new OnlyPart(first.getInputStream(), parts));
        } catch (FileUploadException e) {
            throw malformed();
        }
    }

    /** A digest in the head would be that of the form with all its boundaries (RFC 9530 §2): of no use to anybody here. */
    static void refuseDigestOfWhole(UploadForm form) {
        if (form.hasDigest()) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "the Content-Digest of a form stands in the head of its part, not of the request");
        }
    }

    OptionalLong length() {
        return UploadForm.length(head("Content-Length"));
    }

    Optional<byte[]> sha256() {
        return ContentDigest.sha256(head("Content-Digest"));
    }

    Optional<String> name() {
        return Optional.ofNullable(part.getName())
                .filter(name -> !name.isBlank() && name.length() <= 255)
                .filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name));
    }

    InputStream body() {
        return body;
    }

    private Optional<String> head(String name) {
        return Optional.ofNullable(part.getHeaders()).flatMap(heads -> Optional.ofNullable(heads.getHeader(name)));
    }

    static RefusedException malformed() {
        return new RefusedException(Refusal.MALFORMED, "a form has one part, named file, and ends with its boundary");
    }
}
