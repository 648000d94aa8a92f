package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.request.RequestWatch;

/** Requests of persons that must be answered now, or should have been. */
@ApplicationScoped
class RequestsWarned implements Warned {
    private final RequestWatch requests;

    @Inject
    RequestsWarned(RequestWatch requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> warnings() {
        RequestWatch.Counts counts = requests.counts();
        Set<String> warnings = new TreeSet<>();
        if (counts.pressing() > 0) {
            warnings.add("requests-pressing");
        }
        if (counts.late() > 0) {
            warnings.add("requests-late");
        }
        return warnings;
    }
}
