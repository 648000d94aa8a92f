package muhafiz.service.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * An account as the archive has seen it.
 *
 * @param role of the policy; several with spaces between them where the realm holds several, which opens nothing
 * @param unit such as {@code RD-1}; empty where it has none
 * @param credential a token of the stored credential, 16 bytes; empty where the provider shows none
 * @param changedAt when any of this last changed; empty for who was there from the installation's first day on
 * @param blockedAt since when the realm has no such account
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isSame
public record Identity(
        String account,
        String role,
        String unit,
        Optional<byte[]> credential,
        Instant firstSeen,
        Optional<Instant> changedAt,
        Optional<Instant> blockedAt) {

    /** What makes the difference between this and what was known before: codes with spaces between them, none where nothing does. */
    Optional<String> changeFrom(Identity before) {
        StringBuilder changes = new StringBuilder();
        if (before.blockedAt().isPresent()) {
            changes.append(" back");
        }
        if (!role.equals(before.role())) {
            changes.append(" role");
        }
        if (!unit.equals(before.unit())) {
            changes.append(" unit");
        }
        if (!Arrays.equals(bytes(credential), bytes(before.credential()))) {
            changes.append(" credential");
        }
        return Optional.of(changes.toString().strip()).filter(text -> !text.isEmpty());
    }

    /** The same account, known since then. */
    Identity knownSince(Instant first, Optional<Instant> changed) {
        return new Identity(account, role, unit, credential, first, changed, Optional.empty());
    }

    /** The same account, which the realm has no longer. */
    Identity blocked(Instant at) {
        return new Identity(account, role, unit, credential, firstSeen, Optional.of(at), Optional.of(at));
    }

    private static byte[] bytes(Optional<byte[]> credential) {
        return credential.orElseGet(() -> new byte[0]);
    }
}
