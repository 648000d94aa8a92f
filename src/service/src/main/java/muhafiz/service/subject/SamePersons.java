package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Reads who is one with whom. In the caller's transaction. */
@ApplicationScoped
public class SamePersons {
    private final Statements sql;

    @Inject
    SamePersons(DataSource database) {
        this.sql = new Statements(database);
    }

    /** These, and everybody whom a merge that stands joins with one of them, over however many steps. */
    public Set<UUID> of(Collection<UUID> persons) {
        return new TreeSet<>(sql.all("""
                with recursive same (id) as (
                    select unnest(?::uuid[])
                    union
                    select case when m.kept = s.id then m.merged else m.kept end
                    from same s join archive.person_merge m on (m.kept = s.id or m.merged = s.id) and m.undone_at is null)
                select id from same""", row -> row.getObject(1, UUID.class), (Object) persons.toArray(UUID[]::new)));
    }
}
