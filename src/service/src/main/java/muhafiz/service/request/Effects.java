package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
import muhafiz.service.disclosure.Disclosed;
import muhafiz.service.notice.Addressee;
import muhafiz.service.notice.Notices;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.wall.Wall;

/** What a request stops: at once where the policy says so, and by its decision. In the caller's transaction. */
@ApplicationScoped
class Effects {
    private final Persons persons;
    private final CaseRows cases;
    private final Restrictions restrictions;
    private final Statements sql;
    private final Notices notices;
    private final Disclosed disclosed;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    Effects(
            Persons persons,
            CaseRows cases,
            Restrictions restrictions,
            DataSource database,
            Notices notices,
            Disclosed disclosed,
            Wall wall,
            InstantSource clock) {
        this.persons = persons;
        this.cases = cases;
        this.restrictions = restrictions;
        this.sql = new Statements(database);
        this.notices = notices;
        this.disclosed = disclosed;
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
            Set<UUID> files = persons.parts(persons.same(who)).stream()
                    .filter(Persons.Part::isApplicant)
                    .map(Persons.Part::file)
                    .map(CaseFile::id)
                    .collect(Collectors.toSet());
            files.stream()
                    .sorted()
                    .forEach(id -> cases.hold(id).ifPresent(file -> {
                        if (row.came().right() == Right.OBJECT) {
                            object(id, purpose.orElseThrow(), why, by);
                        } else {
                            restrictions.imposeOnCase(id, why, by);
                            tellRecipients(id);
                        }
                    }));
            return files.size();
        });
    }

    private void tellRecipients(UUID file) {
        List<UUID> papers = sql.all(
                "select id from archive.document where case_id = ? order by id",
                row -> row.getObject(1, UUID.class),
                file);
        disclosed.changed(papers, Disclosed.Because.RESTRICTED);
    }

    private void object(UUID file, String purpose, Restriction why, String by) {
        if (restrictions.object(file, purpose, why, by)) {
            notices.queue("purpose-stopped", new Addressee.Applicants(file), Map.of());
        }
    }

    /** Tells the applicants whose files it restricts from which day on its restriction may be lifted; until then it stands (RGT-4). */
    void announceLifting(RequestRow row, LocalDate from) {
        wall.asArchive(
                "requests",
                () -> sql.all(
                                "select case_id from archive.restriction where because = ? and lifted_at is null and case_id is not null order by 1",
                                found -> found.getObject(1, UUID.class),
                                row.number())
                        .forEach(file -> notices.queue(
                                "restriction-lifting", new Addressee.Applicants(file), Map.of("on", from.toString()))));
    }

    /** Lets the use go on that this request stopped. */
    void letGoOn(RequestRow row, String by) {
        wall.asArchive("requests", () -> restrictions.lift(row.number(), now(), by));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
