package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.RequestTerms;
import muhafiz.domain.request.Right;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.config.Statements;

/** The register's rows. In the caller's transaction. Safe for all threads. */
@ApplicationScoped
class RequestRows {
    private static final String COLUMNS = """
            select id, number, kind, channel, capacity, received_at, policy_version, state, level, refuse_by, answer_by, outcome, ground,
                decided_at, closed_at, leaf_id, sealed
            from archive.request""";
    private static final String OPEN = "state in ('received', 'asked-for-proof', 'identified', 'waiting')";
    /** The day that matters next; what has none comes last. */
    private static final String NEXT =
            "coalesce(case when refuse_by >= ? then refuse_by else answer_by end, date '9999-12-31')";

    private final Statements sql;

    @Inject
    RequestRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(RequestRow row) {
        sql.change(
                """
                insert into archive.request (id, number, kind, channel, capacity, received_at, policy_version, state, level,
                    refuse_by, answer_by, leaf_id, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(nullif(?, '') as date), cast(nullif(?, '') as date), ?, ?)""",
                row.id(),
                row.number(),
                row.came().right().id(),
                row.came().channel(),
                row.came().capacity().code(),
                row.came().at(),
                row.came().policyVersion(),
                row.state().code(),
                row.level().name(),
                text(row.terms().refuseBy()),
                text(row.terms().answerBy()),
                row.text().leaf(),
                row.text().bytes());
    }

    void save(RequestRow row) {
        sql.change(
                """
                update archive.request set state = ?, level = ?, refuse_by = cast(nullif(?, '') as date),
                    answer_by = cast(nullif(?, '') as date), outcome = nullif(?, ''), ground = nullif(?, ''),
                    decided_at = cast(nullif(?, '') as timestamptz), closed_at = cast(nullif(?, '') as timestamptz),
                    leaf_id = ?, sealed = ?
                where id = ?""",
                row.state().code(),
                row.level().name(),
                text(row.terms().refuseBy()),
                text(row.terms().answerBy()),
                row.end().map(end -> end.outcome().code()).orElse(""),
                row.end().flatMap(RequestRow.End::ground).orElse(""),
                row.end().map(end -> end.at().toString()).orElse(""),
                text(row.end().flatMap(RequestRow.End::closedAt)),
                row.text().leaf(),
                row.text().bytes(),
                row.id());
    }

    /** The request of this number, its row locked until the transaction ends. */
    Optional<RequestRow> lock(String number) {
        return sql.first(COLUMNS + " where number = ? for update", RequestRows::row, number);
    }

    Optional<RequestRow> find(String number) {
        return sql.first(COLUMNS + " where number = ?", RequestRows::row, number);
    }

    Optional<RequestRow> lock(UUID id) {
        return sql.first(COLUMNS + " where id = ? for update", RequestRows::row, id);
    }

    /** Open requests by the day that matters next, after this one. */
    List<RequestRow> open(LocalDate today, UUID after, int most) {
        return sql.all(
                COLUMNS + " where " + OPEN + " and (" + NEXT
                        + ", id) > (select coalesce(max(b.day), date '0001-01-01'),"
                        + " coalesce(max(b.id::text)::uuid, '00000000-0000-0000-0000-000000000000')"
                        + " from (select id, " + NEXT + " as day from archive.request where id = ?) b)"
                        + " order by " + NEXT + ", id limit ?",
                RequestRows::row,
                today,
                today,
                after,
                today,
                most);
    }

    /** Requests on which a decision was made, or nothing more follows, after this one by id. */
    List<RequestRow> inState(RequestState state, UUID after, int most) {
        return sql.all(
                COLUMNS + " where state = ? and id > ? order by id limit ?",
                RequestRows::row,
                state.code(),
                after,
                most);
    }

    /** Open ones whose count may enter the year, by id. */
    List<UUID> touched(int year, UUID after, int most) {
        return sql.all(
                "select id from archive.request where " + OPEN + """
                         and id > ? and received_at < make_date(?, 1, 2) + interval '1 year'
                            and (answer_by is null or answer_by >= make_date(?, 1, 1))
                        order by id limit ?""",
                row -> row.getObject(1, UUID.class),
                after,
                year,
                year,
                most);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static RequestRow row(ResultSet row) throws SQLException {
        RequestRow.Came came = new RequestRow.Came(
                Right.of(row.getString(3)).orElseThrow(),
                row.getString(4),
                Capacity.of(row.getString(5)).orElseThrow(),
                moment(row, 6).orElseThrow(),
                row.getInt(7));
        RequestTerms terms = new RequestTerms(
                Optional.ofNullable(row.getObject(10, LocalDate.class)),
                Optional.ofNullable(row.getObject(11, LocalDate.class)),
                List.of());
        Optional<RequestOutcome> outcome =
                Optional.ofNullable(row.getString(12)).flatMap(RequestOutcome::of);
        Optional<String> ground = Optional.ofNullable(row.getString(13));
        Optional<Instant> decided = moment(row, 14);
        Optional<Instant> closed = moment(row, 15);
        return new RequestRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                came,
                RequestState.of(row.getString(8)).orElseThrow(),
                Assurance.valueOf(row.getString(9)),
                terms,
                outcome.map(how -> new RequestRow.End(how, ground, decided.orElseThrow(), closed)),
                new RequestRow.SealedText(row.getObject(16, UUID.class), row.getBytes(17)));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
