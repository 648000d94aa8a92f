package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.inspect.DocumentInspector;
import muhafiz.service.start.Door;
import muhafiz.store.ObjectStore;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the door is open and the store answers. Says behind which wall documents are read, and what an operator should look after. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Door door;
    private final ObjectStore store;
    private final DocumentInspector inspector;
    private final Instance<Warned> warned;

    @Inject
    Ready(Door door, ObjectStore store, DocumentInspector inspector, Instance<Warned> warned) {
        this.door = door;
        this.store = store;
        this.inspector = inspector;
        this.warned = warned;
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = door.isOpen();
        boolean stored = open && store.reachable();
        return HealthCheckResponse.named("archive")
                .status(stored)
                .withData("door", open ? "open" : "shut: " + door.reason())
                .withData("store", stored ? "answers" : "not asked or away")
                .withData("sandbox", open ? inspector.isolation().name() : "unknown")
                .withData("warnings", open ? warnings() : "unknown")
                .build();
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
