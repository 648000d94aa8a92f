package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.log.LogHold;

/** Persons whose case, or a document of it, is on hold: what was done with it stays readable in the log. */
@ApplicationScoped
public class HeldPersons implements LogHold {
    private final HoldRows rows;

    @Inject
    HeldPersons(DataSource database) {
        this.rows = new HoldRows(database);
    }

    @Override
    public boolean names(UUID person) {
        return rows.names(person);
    }
}
