package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/** Sees to it that what takes several persons has several. */
@ApplicationScoped
class DistinctPersons {
    /** @throws RefusedException {@code same-person} where the approver is one of the others */
    void require(Caller approver, Collection<String> others) {
        if (others.stream().anyMatch(approver.user()::equalsIgnoreCase)) {
            throw new RefusedException(Refusal.SAME_PERSON, "another person than those before must do this");
        }
    }
}
