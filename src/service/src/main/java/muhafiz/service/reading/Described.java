package muhafiz.service.reading;

import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.document.Validity;

/** What somebody learns of a document without its bytes. */
public sealed interface Described {
    /** Everything there is. */
    record Whole(DocumentView view) implements Described {}

    /** Of a certificate, whether it is valid and until when; empty while nobody has said so. */
    record ValidityOnly(UUID id, String kind, Optional<Validity> validity) implements Described {}
}
