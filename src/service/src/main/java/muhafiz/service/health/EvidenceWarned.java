package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.evidence.EvidenceWatch;

/** Evidence that is not made, or not renewed in time. */
@ApplicationScoped
class EvidenceWarned implements Warned {
    private final EvidenceWatch evidence;

    @Inject
    EvidenceWarned(EvidenceWatch evidence) {
        this.evidence = evidence;
    }

    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (!evidence.hasAuthority()) {
            warnings.add("no-time-stamp-authority");
        } else if (evidence.overdue() > 0) {
            warnings.add("evidence-overdue");
        }
        if (evidence.endsSoon()) {
            warnings.add("evidence-ends-soon");
        }
        return warnings;
    }
}
