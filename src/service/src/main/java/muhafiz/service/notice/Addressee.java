package muhafiz.service.notice;

import java.util.Set;
import java.util.UUID;

/** For whom a notice is. */
public sealed interface Addressee {
    /** Everybody who applied in a case: each gets one, to the contact that the case has of them when it is sent. */
    record Applicants(UUID caseFile) implements Addressee {}

    /**
     * Somebody whose contact the caller knows, such as who lodged a request or received a disclosure. The contact is forgotten once the
     * notice is sent.
     *
     * @param about the request's or disclosure's random id
     * @param persons for the log; empty for an office
     * @param language az, en or ru; another is answered in Azerbaijani
     */
    record Known(UUID about, Contact contact, Set<UUID> persons, String language) implements Addressee {}

    /** A unit of the service; its staff are shown it. */
    record Unit(String id) implements Addressee {}
}
