package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** For how long the tree has been larger than what was shown of it, by the database's clock. */
@ApplicationScoped
public class ShownLag {
    private final CheckpointRows rows;

    @Inject
    ShownLag(CheckpointRows rows) {
        this.rows = rows;
    }

    /** Zero where all is shown. */
    public Duration now() {
        return Duration.ofMillis(rows.lagMillis());
    }
}
