package muhafiz.domain.document;

import java.time.Instant;

/**
 * A restriction of a document's use: it is kept, and read by nobody.
 *
 * @param because what restricts it, such as {@code rebuild/<id>}; shown to those who may know of the document
 */
public record Restriction(Instant since, String because) {
    public Restriction {
        if (because.isBlank()) {
            throw new IllegalArgumentException("a restriction names what it comes from");
        }
    }
}
