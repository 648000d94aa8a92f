package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.casefile.GlassWatch;

/** Glass that somebody broke and nobody else has confirmed. */
@ApplicationScoped
class GlassWarned implements Warned {
    private final GlassWatch glass;

    @Inject
    GlassWarned(GlassWatch glass) {
        this.glass = glass;
    }

    @Override
    public Set<String> warnings() {
        GlassWatch.Counts counts = glass.counts();
        Set<String> warnings = new TreeSet<>();
        if (counts.open() > 0) {
            warnings.add("break-glass-open");
        }
        if (counts.escalated() > 0) {
            warnings.add("break-glass-unconfirmed");
        }
        return warnings;
    }
}
