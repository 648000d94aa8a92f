package muhafiz.service.disclosure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.disclosure.GroundCode;

/**
 * What somebody wants to give out. What is left out of it is told back as missing, not as malformed: a ground has its own list.
 *
 * @param basis by {@link #BASIS}
 * @param documents whose cases' persons it is about
 * @param fields of those persons that leave
 * @param secrecy why and until when it is to be kept from them
 */
public record NewDisclosure(
        GroundCode ground,
        To to,
        Map<String, String> basis,
        Set<UUID> documents,
        Set<String> fields,
        Optional<Hidden> secrecy) {
    /** What a basis may say, by the contract's member names. */
    public static final Set<String> BASIS = Set.of(
            "is",
            "act",
            "article",
            "purpose",
            "contract",
            "agreement",
            "court",
            "caseNo",
            "judgmentDate",
            "inForceDate",
            "scope",
            "decision",
            "authority",
            "consent");

    public NewDisclosure {
        basis = new TreeMap<>(basis);
        documents = new TreeSet<>(documents);
        fields = new TreeSet<>(fields);
    }

    /**
     * Who gets it.
     *
     * @param kind of recipient, where the policy tells kinds apart, such as {@code payment_processor}
     * @param officer who asked for it there
     * @param country ISO 3166-1 alpha-3
     * @param email where it is told of what changes later (DIS-7)
     * @param certificate X.509 in PEM, to whose key it is encrypted
     */
    public record To(
            Optional<String> name,
            Optional<String> kind,
            Optional<String> officer,
            Optional<String> country,
            Optional<String> email,
            Optional<String> certificate) {}

    /** Why it is kept secret, until it is looked at again. */
    public record Hidden(String ground, LocalDate reviewOn) {}
}
