package muhafiz.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.policy.Grant;
import muhafiz.proof.tree.Sha256;
import muhafiz.service.access.Identity;

/**
 * Who may what.
 *
 * @param policyVersion the version whose grants they are
 * @param policySha256 of its file, in lower-case hex
 * @param decided by whom, and since when it is in force
 * @param holders in the order of their accounts
 * @param lastReview when somebody last signed that it is right
 */
public record GrantRegister(
        int policyVersion, String policySha256, Decided decided, List<Holder> holders, Optional<Instant> lastReview) {
    /** That a version of the policy was decided; the first, which the installation brought along, was approved by nobody. */
    public record Decided(Instant inForceFrom, List<Approval> approvals) {}

    /** Somebody's approval, as the policy's role. */
    public record Approval(String role, String account, Instant at) {}

    /** An account and what the policy grants its role. */
    public record Holder(Identity identity, List<Grant> grants) {
        /** Since when the account has this role and unit, as far as the archive has seen. */
        public Instant since() {
            return identity.changedAt().orElse(identity.firstSeen());
        }
    }

    /**
     * SHA-256, in lower-case hex, of what a reviewer signs: a line with the policy's hash, then one for each account with its name, role,
     * unit, and {@code blocked} or {@code active}, with tabs between them. UTF-8, each line ends with a line feed.
     */
    public String digest() {
        StringBuilder lines = new StringBuilder(policySha256).append('\n');
        for (Holder holder : holders) {
            Identity identity = holder.identity();
            lines.append(identity.account()).append('\t');
            lines.append(identity.role()).append('\t');
            lines.append(identity.unit()).append('\t');
            lines.append(identity.blockedAt().isPresent() ? "blocked" : "active")
                    .append('\n');
        }
        return HexFormat.of().formatHex(Sha256.of(lines.toString().getBytes(UTF_8)));
    }
}
