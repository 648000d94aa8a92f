package muhafiz.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where an item came from and by what right it is held (policy, Collected Information and User Rights: every item keeps its
 * source, legal basis, purpose and the policy version under which it was collected). All are codes of the policy.
 *
 * @param policyVersion the version in force when the item was collected; {@value #BEFORE_POLICY} where it was collected before the
 *     first
 */
@Embeddable
public record Provenance(
        @Column(name = "channel") String channel,
        @Column(name = "source") String source,
        @Column(name = "purpose") String purpose,
        @Column(name = "basis") String basis,
        @Column(name = "policy_version") int policyVersion) {
    /** Of what is older than the policy, such as an imported file. */
    public static final int BEFORE_POLICY = 0;

    public Provenance {
        if (channel.isBlank()
                || source.isBlank()
                || purpose.isBlank()
                || basis.isBlank()
                || policyVersion < BEFORE_POLICY) {
            throw new IllegalArgumentException(
                    "an item needs channel, source, purpose, legal basis and a policy version from 0");
        }
    }
}
