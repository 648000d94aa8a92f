package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.inspect.DocumentInspector;
import muhafiz.service.log.SequencingWatch;
import muhafiz.service.start.Door;
import muhafiz.store.ObjectStore;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the door is open, the store answers, and entries of the log get their places. Says behind which wall documents are read, and what an operator should look after. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Door door;
    private final ObjectStore store;
    private final SequencingWatch sequencing;
    private final DocumentInspector inspector;
    private final Instance<Warned> warned;

    @Inject
    Ready(
            Door door,
            ObjectStore store,
            SequencingWatch sequencing,
            DocumentInspector inspector,
            Instance<Warned> warned) {
        this.door = door;
        this.store = store;
        this.sequencing = sequencing;
        this.inspector = inspector;
        this.warned = warned;
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = door.isOpen();
        boolean stored = open && store.reachable();
        boolean sequenced = open && isSequenced();
        return HealthCheckResponse.named("archive")
                .status(stored && sequenced)
                .withData("door", open ? "open" : "shut: " + door.reason())
                .withData("store", stored ? "answers" : "not asked or away")
                .withData("log", sequenced ? "sequenced" : "not asked or behind")
                .withData("sandbox", open ? inspector.isolation().name() : "unknown")
                .withData("warnings", open ? warnings() : "unknown")
                .build();
    }

    private boolean isSequenced() {
        try {
            return sequencing.isReady();
        } catch (RuntimeException away) {
            return false;
        }
    }

    /** They turn nothing down. */
    private String warnings() {
        try {
            Set<String> warnings = new TreeSet<>();
            warned.forEach(one -> warnings.addAll(one.warnings()));
            return warnings.isEmpty() ? "none" : String.join(" ", warnings);
        } catch (RuntimeException away) {
            return "unknown";
        }
    }
}
