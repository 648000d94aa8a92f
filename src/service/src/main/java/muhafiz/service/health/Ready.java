package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.inspect.DocumentInspector;
import muhafiz.service.start.Door;
import muhafiz.store.ObjectStore;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the door is open and the store answers. Says behind which wall documents are read. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Door door;
    private final ObjectStore store;
    private final DocumentInspector inspector;

    @Inject
    Ready(Door door, ObjectStore store, DocumentInspector inspector) {
        this.door = door;
        this.store = store;
        this.inspector = inspector;
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
                .build();
    }
}
