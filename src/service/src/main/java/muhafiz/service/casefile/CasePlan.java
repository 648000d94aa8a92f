package muhafiz.service.casefile;

import java.util.Optional;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.policy.Channel;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.RecordClass;

/**
 * What the policy says about a new case: its service, class and channel, under which version.
 *
 * @param filedLate whether it came later than its service wants it
 */
record CasePlan(
        Optional<EService> service, RecordClass recordClass, Channel channel, boolean filedLate, int policyVersion) {
    /** The same of a case that is older than the policy. */
    CasePlan beforePolicy() {
        return new CasePlan(service, recordClass, channel, false, Provenance.BEFORE_POLICY);
    }

    /** Where the case comes from and by what right it is held. */
    Provenance provenance(Optional<String> source) {
        String origin = source.or(channel::origin).orElse(channel.id());
        return new Provenance(
                channel.id(), origin, recordClass.purpose(), recordClass.basis().basis(), policyVersion);
    }
}
