package muhafiz.service.notice;

import java.util.Map;
import java.util.Optional;

/**
 * Where somebody is reached.
 *
 * @param isVerified whether somebody made sure that it is theirs; nothing is sent to another
 */
public record Contact(Optional<String> email, Optional<String> phone, boolean isVerified) {
    /** Nobody is reached there. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty(), false);

    private static final String VERIFIED_ON = "contactVerifiedOn";

    /** Of a party's fields. */
    public static Contact of(Map<String, String> fields) {
        return new Contact(
                Optional.ofNullable(fields.get("email")),
                Optional.ofNullable(fields.get("phone")),
                fields.containsKey(VERIFIED_ON));
    }

    /** Whether a notice may be sent there; else it waits for a page to show it. */
    public boolean mayBeSentTo() {
        return isVerified && (email.isPresent() || phone.isPresent());
    }
}
