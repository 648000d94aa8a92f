package muhafiz.service.zone;

import java.util.UUID;

/**
 * A field of the form that says something else than the document.
 *
 * @param field of the form, such as {@code documentNumber}
 * @param form what the form says
 * @param document what the document says
 * @param person whose field it is
 * @param isFormTaken whether the applicant chose the form's value; the document's, once it is chosen, is the form's
 */
public record Difference(String field, String form, String document, UUID person, boolean isFormTaken) {
    public boolean isOpen() {
        return !isFormTaken;
    }
}
