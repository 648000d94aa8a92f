package muhafiz.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Personal fields of a row, sealed, and the leaf key they die with.
 *
 * @param leafId the leaf under which {@code sealed} was sealed
 * @param sealed ciphertext only; never empty
 */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a column of bytes
public record SealedFields(
        @Column(name = "leaf_id") UUID leafId,
        @Column(name = "sealed") byte[] sealed) {
    public SealedFields {
        if (sealed.length == 0) {
            throw new IllegalArgumentException("sealed fields are never empty");
        }
    }
}
