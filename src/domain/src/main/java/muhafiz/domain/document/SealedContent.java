package muhafiz.domain.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What may be known of a document's ciphertext without its key.
 *
 * @param length bytes of ciphertext in all segments together
 * @param sha256 SHA-256 of the whole ciphertext
 * @param segments number of objects it is stored in, ≥ 1
 */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a column of bytes
public record SealedContent(
        @Column(name = "sealed_length") long length,
        @Column(name = "sealed_sha256") byte[] sha256,
        @Column(name = "segments") int segments) {
    public SealedContent {
        if (length < 1 || sha256.length != 32 || segments < 1) {
            throw new IllegalArgumentException("sealed content has a length, a SHA-256 and at least one segment");
        }
    }
}
