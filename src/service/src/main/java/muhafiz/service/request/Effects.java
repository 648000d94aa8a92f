package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Restriction;
import muhafiz.domain.request.Right;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.config.Statements;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.wall.Wall;

/** What a request stops: at once where the policy says so, and by its decision. In the caller's transaction. */
@ApplicationScoped
class Effects {
    private final Persons persons;
    private final CaseRows cases;
    private final Restrictions restrictions;
    private final Statements sql;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    Effects(
            Persons persons,
            CaseRows cases,
            Restrictions restrictions,
            DataSource database,
            Wall wall,
            InstantSource clock) {
        this.persons = persons;
        this.cases = cases;
        this.restrictions = restrictions;
        this.sql = new Statements(database);
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * Stops the use of all files in which these persons ask for their own; of an objection, for its purpose only. Doing it twice changes
     * nothing.
     *
     * @return how many files it reaches
     */
    int stop(RequestRow row, Set<UUID> who, Optional<String> purpose, String by) {
        return wall.asArchive("requests", () -> {
            Restriction why = new Restriction(now(), row.number());
            Set<UUID> files = persons.parts(who).stream()
                    .filter(Persons.Part::isApplicant)
                    .map(Persons.Part::file)
                    .map(CaseFile::id)
                    .collect(Collectors.toSet());
            files.stream()
                    .sorted()
                    .forEach(id -> cases.hold(id).ifPresent(file -> {
                        if (row.came().right() == Right.OBJECT) {
                            restrictions.object(id, purpose.orElseThrow(), why, by);
                        } else {
                            restrictions.imposeOnCase(id, why, by);
                        }
                    }));
            return files.size();
        });
    }

    /** Lets the use go on that this request stopped. */
    void letGoOn(RequestRow row, String by) {
        wall.asArchive("requests", () -> restrictions.lift(row.number(), now(), by));
    }

    /** Lifts what requests of persons restrict in the files of these persons: whoever asks for destruction agrees to it. */
    void agree(Set<UUID> who, String by) {
        wall.asArchive("requests", () -> {
            UUID[] files = persons.parts(who).stream()
                    .filter(Persons.Part::isApplicant)
                    .map(part -> part.file().id())
                    .toArray(UUID[]::new);
            sql.all("""
                            select distinct r.because from archive.restriction r join archive.request q on q.number = r.because
                            where r.case_id = any (?) and r.lifted_at is null order by 1""", row -> row.getString(1), (Object) files)
                    .forEach(number -> restrictions.lift(number, now(), by));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
