package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/**
 * Stands between an end date and a destruction. It locks the rows that holds and restrictions lock, so of a hold and a destruction that
 * come at once exactly one finds the other done. In the caller's transaction. Safe for all threads.
 *
 * <p>Whoever locks a case as well locks it first; documents are locked in the order of their ids.
 */
@ApplicationScoped
public class Guard {
    private final Statements sql;

    @Inject
    public Guard(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * Locks these documents until the transaction ends.
     *
     * @return of each that is still there what stands against its destruction; nothing stands against those with an empty list
     */
    public Map<UUID, List<Obstacle>> lock(Collection<UUID> documents) {
        UUID[] ids = documents.toArray(UUID[]::new);
        Map<UUID, List<Obstacle>> standing = new TreeMap<>();
        sql.all(
                        "select id from archive.document where id = any (?) order by id for update",
                        row -> row.getObject(1, UUID.class),
                        (Object) ids)
                .forEach(id -> standing.put(id, new ArrayList<>()));
        // Asked after the lock: a statement sees what was committed when it began.
        look(ids)
                .forEach(found ->
                        standing.getOrDefault(found.target(), new ArrayList<>()).add(found.obstacle()));
        return standing;
    }

    /** What stands against the destruction of these documents now, without a lock: for lists, never for destroying. */
    public Map<UUID, List<Obstacle>> look(Set<UUID> documents) {
        return byTarget(look(documents.toArray(UUID[]::new)));
    }

    /**
     * What stands against the destruction of a case itself, and of all its documents; the case's row is locked by the caller.
     */
    public List<Obstacle> ofCase(UUID caseFile) {
        return ofCases(Set.of(caseFile)).getOrDefault(caseFile, List.of());
    }

    /** The same of several cases; nothing stands against those that are missing. */
    public Map<UUID, List<Obstacle>> ofCases(Set<UUID> caseFiles) {
        UUID[] ids = caseFiles.toArray(UUID[]::new);
        List<Found> found = new ArrayList<>(sql.all(
                "select h.case_id, h.id from archive.hold h where h.case_id = any (?) and h.released_at is null order by h.id",
                row -> new Found(row.getObject(1, UUID.class), new Obstacle.Held(row.getObject(2, UUID.class))),
                (Object) ids));
        found.addAll(sql.all(
                """
                select r.case_id, r.id, r.because, r.since from archive.restriction r
                where r.case_id = any (?) and r.lifted_at is null order by r.id""",
                row -> new Found(
                        row.getObject(1, UUID.class),
                        new Obstacle.Restricted(row.getObject(2, UUID.class), row.getString(3), moment(row, 4))),
                (Object) ids));
        return byTarget(found);
    }

    private static Map<UUID, List<Obstacle>> byTarget(List<Found> found) {
        Map<UUID, List<Obstacle>> standing = new TreeMap<>();
        found.forEach(one ->
                standing.computeIfAbsent(one.target(), id -> new ArrayList<>()).add(one.obstacle()));
        return standing;
    }

    /** Accounts that asked for or carried out the release of a hold on any of these documents since then. */
    public Set<String> releasers(Collection<UUID> documents, Instant since) {
        Set<String> accounts = new TreeSet<>();
        sql.all("""
                select distinct h.release_asked_by, h.released_by from archive.hold h
                where h.released_at >= ? and exists (
                    select from archive.document d left join archive.hold_item i on i.document_id = d.id and i.hold_id = h.id
                    where d.id = any (?) and (i.hold_id is not null or d.case_id = h.case_id))""", row -> List.of(row.getString(1), row.getString(2)), since, documents.toArray(UUID[]::new))
                .forEach(accounts::addAll);
        return accounts;
    }

    private record Found(UUID target, Obstacle obstacle) {}

    private List<Found> look(UUID[] ids) {
        List<Found> found = new ArrayList<>(sql.all(
                """
                select d.id, h.id from archive.document d join archive.hold h on h.case_id = d.case_id
                where d.id = any (?) and h.released_at is null
                union select d.id, h.id from archive.document d
                    join archive.hold_item i on i.document_id = d.id join archive.hold h on h.id = i.hold_id
                where d.id = any (?) and h.released_at is null order by 1, 2""",
                row -> new Found(row.getObject(1, UUID.class), new Obstacle.Held(row.getObject(2, UUID.class))),
                ids,
                ids));
        found.addAll(sql.all(
                """
                select d.id, r.id, r.because, r.since from archive.document d join archive.restriction r on r.case_id = d.case_id
                where d.id = any (?) and r.lifted_at is null
                union select d.id, r.id, r.because, r.since from archive.document d
                    join archive.restriction_item i on i.document_id = d.id join archive.restriction r on r.id = i.restriction_id
                where d.id = any (?) and r.lifted_at is null order by 1, 4, 2""",
                row -> new Found(
                        row.getObject(1, UUID.class),
                        new Obstacle.Restricted(row.getObject(2, UUID.class), row.getString(3), moment(row, 4))),
                ids,
                ids));
        return found;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
