package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.service.wall.Wall;

/** Which persons the archive still knows: the others were forgotten, and no entry can be about them. In the caller's transaction. */
@ApplicationScoped
public class KnownPersons {
    private final Statements sql;
    private final Wall wall;

    @Inject
    KnownPersons(DataSource database, Wall wall) {
        this.sql = new Statements(database);
        this.wall = wall;
    }

    public Set<UUID> among(Collection<UUID> persons) {
        return wall.asArchive(
                "entries",
                () -> new TreeSet<>(sql.all(
                        "select id from archive.data_subject where id = any (?)",
                        row -> row.getObject(1, UUID.class),
                        (Object) persons.toArray(UUID[]::new))));
    }
}
