package muhafiz.domain.document;

import java.time.Instant;

/**
 * What an applicant chose where the form and the machine-readable zone of a document say different things (policy DOC-5; AP-4).
 *
 * @param field of the form, such as {@code documentNumber}
 * @param takesDocument whether the document's value counts from then on; else the form's
 * @param form what the form said
 * @param document what the document says
 */
public record FormChoice(String field, boolean takesDocument, String form, String document, Instant at) {
    /** {@code form} or {@code document}. */
    public String taken() {
        return takesDocument ? "document" : "form";
    }
}
