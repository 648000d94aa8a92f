package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.fixity.FixityPatrol;

/** Damaged documents, each with the copy that mends them; and a patrol that does not get round. */
@ApplicationScoped
class DamageWarned implements Warned {
    private final FixityPatrol patrol;

    @Inject
    DamageWarned(FixityPatrol patrol) {
        this.patrol = patrol;
    }

    /** Such as {@code damaged-bring-back-bucket-copy}. */
    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        patrol.waiting().keySet().forEach(remedy -> warnings.add("damaged-bring-back-" + remedy.code()));
        if (patrol.behind() > 0) {
            warnings.add("fixity-behind");
        }
        return warnings;
    }
}
