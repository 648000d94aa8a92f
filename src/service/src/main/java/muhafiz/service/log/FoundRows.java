package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.proof.log.LogLeaf;
import org.jspecify.annotations.Nullable;

/** Looks entries up by what is in clear of them, and the keys of a person's log; within the caller's transaction. */
@ApplicationScoped
public class FoundRows {
    private static final int TAGS = 500;

    private final EntityManager database;

    @Inject
    FoundRows(EntityManager database) {
        this.database = database;
    }

    /** Entries that have their place, after {@code after}, oldest first, so many at most. */
    public List<Found> page(LogFilter filter, long after, int limit) {
        if (isOfNobody(filter)) {
            return List.of();
        }
        Map<String, Object> values = new TreeMap<>(Map.of("after", after));
        String where = where(filter, values);
        Query query = database.createNativeQuery(
                "select seq, leaf from archive.log_entry where seq > :after" + where + " order by seq");
        values.forEach(query::setParameter);
        return found(query.setMaxResults(limit));
    }

    /** Committed entries that still wait for their place; whoever wants all entries asks for these first. */
    public List<Found> waiting(LogFilter filter) {
        if (isOfNobody(filter)) {
            return List.of();
        }
        Map<String, Object> values = new TreeMap<>();
        String where = where(filter, values);
        Query query = database.createNativeQuery(
                "select cast(null as bigint), leaf from archive.log_arrival where true" + where);
        values.forEach(query::setParameter);
        return found(query);
    }

    private static boolean isOfNobody(LogFilter filter) {
        return filter.actors().filter(List::isEmpty).isPresent();
    }

    private static String where(LogFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        filter.actors().ifPresent(some -> {
            where.append(" and actor in :actors");
            values.put("actors", some);
        });
        filter.action().ifPresent(word -> {
            where.append(" and action = :action");
            values.put("action", word);
        });
        filter.from().ifPresent(first -> {
            where.append(" and recorded_at >= :from");
            values.put("from", first);
        });
        filter.to().ifPresent(end -> {
            where.append(" and recorded_at < :to");
            values.put("to", end);
        });
        return where.toString();
    }

    /** The entries that carry these tags, with a place or still without. */
    List<Found> tagged(List<byte[]> tags) {
        List<Found> all = new ArrayList<>();
        for (int first = 0; first < tags.size(); first += TAGS) {
            all.addAll(found(database.createNativeQuery("""
                            select seq, leaf from archive.log_entry where tag in :tags
                            union all select cast(null as bigint), leaf from archive.log_arrival where tag in :tags""")
                    .setParameter("tags", tags.subList(first, Math.min(tags.size(), first + TAGS)))));
        }
        return all;
    }

    /** A year of a person's log: its key's leaf, and how many entries there are. */
    record Year(int year, UUID leaf, long entries) {}

    List<Year> years(UUID person) {
        List<?> rows =
                database.createNativeQuery("""
                        select calendar_year, leaf_id, entries from archive.subject_log_key
                        where subject_id = :person order by calendar_year""").setParameter("person", person).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Year(((Number) row[0]).intValue(), (UUID) row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    private static List<Found> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Found(place((Number) row[0]), LogLeaf.decode((byte[]) row[1])))
                .toList();
    }

    private static OptionalLong place(@Nullable Number seq) {
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq.longValue());
    }
}
