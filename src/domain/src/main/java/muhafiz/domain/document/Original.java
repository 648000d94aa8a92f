package muhafiz.domain.document;

import java.time.LocalDate;

/**
 * Whether the original of a paper was shown (policy DOC-7).
 *
 * @param isCertified false while it is still to be shown
 * @param place where it was shown, or is to be
 * @param by the officer's account
 */
public record Original(boolean isCertified, String place, String by, LocalDate on) {
    /** Characters of a place's name. */
    public static final int LONGEST_PLACE = 200;

    public Original {
        if (place.isBlank() || place.length() > LONGEST_PLACE) {
            throw new IllegalArgumentException("a place has 1 to " + LONGEST_PLACE + " characters");
        }
    }

    /** {@code pending} or {@code certified}. */
    public String state() {
        return isCertified ? "certified" : "pending";
    }
}
