package muhafiz.domain.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an officer refuses a document. Codes, since whoever holds an access code is told them without names or content (policy DOC-2 to
 * DOC-5); a code is the name with hyphens.
 */
public enum ReviewReason {
    NOT_LEGIBLE,
    NOT_CLEAR,
    NOT_COMPLETE,
    NOT_THE_DOCUMENT_ASKED_FOR,
    EXPIRED,
    DIFFERS_FROM_FORM,
    NOT_TRANSLATED,
    NOT_CERTIFIED,
    PHOTO_NOT_SUITABLE,
    DAMAGED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReviewReason> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
