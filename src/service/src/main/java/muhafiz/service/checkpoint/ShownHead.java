package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The newest checkpoint that the database knows to have been shown. */
@ApplicationScoped
class ShownHead implements KnownHead {
    private final CheckpointRows rows;

    @Inject
    ShownHead(CheckpointRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<Known> newest() {
        return rows.newest().map(Known::of);
    }
}
