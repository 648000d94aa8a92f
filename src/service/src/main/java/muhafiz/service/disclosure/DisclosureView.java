package muhafiz.service.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A disclosure as those see it who have to do with it.
 *
 * @param state {@code proposed}, {@code approved}, {@code disclosed}, {@code recalled} or {@code ended}
 * @param awaited roles that still have to approve it
 * @param secretUntil the day from which the person is told; empty where it is no secret
 */
public record DisclosureView(
        UUID id,
        String state,
        String ground,
        Register register,
        Set<String> awaited,
        List<Approval> approvals,
        Times times,
        Optional<LocalDate> secretUntil,
        boolean isSecret,
        List<Sent> sent) {
    /** When it was proposed, until when it may be packed, when it was given first, when called back. */
    public record Times(
            Instant proposedAt, Instant until, Optional<Instant> disclosedAt, Optional<Instant> recalledAt) {}

    /** One person's approval. */
    public record Approval(String by, String role, Instant at) {}

    /** A package that was sent whole: its hash in lower-case hex, and its length encrypted. */
    public record Sent(String sha256, long bytes, Instant at) {}

    /** What the register keeps sealed. */
    public record Register(
            Map<String, String> recipient, Map<String, String> basis, Set<String> fields, List<Paper> documents) {}

    /**
     * A document of it.
     *
     * @param leaves whether its bytes are in the package; else it says whose fields are
     * @param persons whom it is about
     */
    public record Paper(UUID id, String kind, boolean leaves, Set<UUID> persons) {}
}
