package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether requests are served. Shut until the start has completed; why it is shut is for the operator, not for callers. */
@ApplicationScoped
public class Door {
    private volatile boolean open;
    private volatile String reason = "starting";

    public boolean isOpen() {
        return open;
    }

    public String reason() {
        return reason;
    }

    void open() {
        open = true;
        reason = "";
    }

    void stayShut(String why) {
        open = false;
        reason = why;
    }
}
