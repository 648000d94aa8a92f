package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import muhafiz.service.keys.Tombstones;

/** The certificates of destruction, in their two parts. Safe for all threads and nodes. */
@ApplicationScoped
public class Certificates {
    private final DestructionSteps steps;
    private final Tombstones tombstones;

    @Inject
    Certificates(DestructionSteps steps, Tombstones tombstones) {
        this.steps = steps;
        this.tombstones = tombstones;
    }

    /** Empty until every key of the order was destroyed. */
    public Optional<Certificate> of(UUID order) {
        return steps.certificate(order);
    }

    /** Whether an order that was marked at once waits for an emergency rotation: its keys are destroyed, their copies are not. */
    public boolean isAnyWaitingAtOnce() {
        return steps.isAnyAtOnceInReach();
    }

    /** Issues the second part where it has happened; called after each rotation. @return how many */
    public int complete() {
        int issued = 0;
        for (DestructionRows.InReach order : steps.inReach()) {
            var gone = tombstones.outOfReachSince(order.epoch());
            if (gone.isPresent()) {
                steps.outOfReach(order.order(), gone.get());
                issued++;
            }
        }
        return issued;
    }
}
