package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import org.jspecify.annotations.Nullable;

/** Imports, what their bags say, and what is wrong with it. Within the caller's transaction. */
@ApplicationScoped
class ImportRows {
    private final Statements sql;

    @Inject
    ImportRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * An import.
     *
     * @param packaged the name of the folder or ZIP; empty where it came as a body
     * @param leaf of its key; empty once that is destroyed
     * @param body what lies sealed in the store
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(
            UUID id,
            String state,
            String packaged,
            Optional<UUID> leaf,
            Optional<Body> body,
            Optional<byte[]> digest,
            String proposedBy) {
        boolean is(String wanted) {
            return state.equals(wanted);
        }
    }

    /** @param length the true one, sealed */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Body(byte[] length, long sealedLength) {}

    void add(Row row, Instant now, Instant endsAt) {
        sql.change(
                """
                insert into archive.import (id, state, package, leaf_id, length, sealed_length, proposed_by, proposed_at, ends_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.id(),
                row.state(),
                row.packaged(),
                row.leaf().orElseThrow(),
                row.body().map(Body::length).orElse(null),
                row.body().map(Body::sealedLength).orElse(null),
                row.proposedBy(),
                now,
                endsAt);
    }

    Optional<Row> find(UUID id) {
        return find(id, "");
    }

    Optional<Row> hold(UUID id) {
        return find(id, " for update");
    }

    private Optional<Row> find(UUID id, String lock) {
        return sql.first(
                "select id, state, package, leaf_id, length, sealed_length, digest, proposed_by from archive.import where id = ?"
                        + lock,
                ImportRows::row,
                id);
    }

    private static Row row(ResultSet row) throws SQLException {
        byte @Nullable [] length = row.getBytes(5);
        long sealed = row.getLong(6);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getObject(4, UUID.class)),
                Optional.ofNullable(length).map(one -> new Body(one, sealed)),
                Optional.ofNullable(row.getBytes(7)),
                row.getString(8));
    }

    void move(UUID id, String state) {
        sql.change("update archive.import set state = ? where id = ?", state, id);
    }

    void checked(UUID id, byte[] digest) {
        sql.change("update archive.import set state = 'checked', digest = ? where id = ?", digest, id);
    }

    void released(UUID id, String by, Instant at) {
        sql.change(
                "update archive.import set state = 'running', released_by = ?, released_at = ? where id = ?",
                by,
                at,
                id);
    }

    /** Keeps the counts: the lines themselves go. */
    void ended(UUID id, String state, Instant at) {
        count(id);
        sql.change("update archive.import set state = ?, ended_at = ? where id = ?", state, at, id);
    }

    /** Brings the counts up to the lines. */
    void count(UUID id) {
        sql.change("""
                update archive.import i set cases_total = c.total, cases_imported = c.imported, cases_known = c.known,
                    cases_refused = c.refused, files_total = c.files, files_imported = c.brought
                from (select count(*) as total, count(*) filter (where state = 'imported') as imported,
                        count(*) filter (where state = 'known') as known, count(*) filter (where state = 'refused') as refused,
                        coalesce(sum(files) filter (where state <> 'refused'), 0) as files,
                        coalesce(sum(files) filter (where state = 'imported'), 0) as brought
                    from (select s.state, (select count(*) from archive.import_file f
                            where f.import_id = s.import_id and f.case_line = s.line) as files
                        from archive.import_case s where s.import_id = ?) as each) as c
                where i.id = ?""", id, id);
    }

    /** Of those whose lines are there, {@link #count} comes first. */
    Optional<ImportView> view(UUID id) {
        return sql.first("""
                select id, state, digest, proposed_by, proposed_at, released_by, released_at, ended_at, ends_at, cases_total,
                    cases_imported, cases_known, cases_refused, files_total, files_imported,
                    (select count(*) from archive.import_flaw f where f.import_id = i.id)
                from archive.import i where id = ?""", ImportRows::view, id);
    }

    private static ImportView view(ResultSet row) throws SQLException {
        int total = row.getInt(10);
        int imported = row.getInt(11);
        int known = row.getInt(12);
        int refused = row.getInt(13);
        return new ImportView(
                row.getObject(1, UUID.class),
                row.getString(2),
                Optional.ofNullable(row.getBytes(3)).map(HexFormat.of()::formatHex),
                new ImportView.Hands(
                        row.getString(4),
                        moment(row, 5).orElseThrow(),
                        Optional.ofNullable(row.getString(6)),
                        moment(row, 7),
                        moment(row, 8),
                        moment(row, 9).orElseThrow()),
                new ImportView.Cases(total, total - imported - known - refused, imported, known, refused),
                new ImportView.Files(row.getInt(14), row.getInt(15)),
                row.getInt(16));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Everything that was found in its bag. */
    void clear(UUID id) {
        sql.change("delete from archive.import_file where import_id = ?", id);
        sql.change("delete from archive.import_case where import_id = ?", id);
    }

    void clearFlaws(UUID id) {
        sql.change("delete from archive.import_flaw where import_id = ?", id);
    }

    void add(UUID id, Collection<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            sql.change(
                    """
                    insert into archive.import_flaw (import_id, number, place, line, code, member)
                    select ?, coalesce((select max(number) from archive.import_flaw where import_id = ?), 0) + w.n, w.place, w.line,
                        w.code, w.member
                    from unnest(?::text[], ?::int[], ?::text[], ?::text[]) with ordinality as w(place, line, code, member, n)""",
                    id,
                    id,
                    flaws.stream().map(Flaw::place).toArray(String[]::new),
                    flaws.stream().map(flaw -> Integer.toString(flaw.line())).toArray(String[]::new),
                    flaws.stream().map(Flaw::code).toArray(String[]::new),
                    flaws.stream().map(Flaw::member).toArray(String[]::new));
        }
    }

    /** A flaw and its place in the list. */
    record Numbered(int number, Flaw flaw) {}

    List<Numbered> flaws(UUID id, int after, int most) {
        return sql.all(
                """
                select number, place, line, code, member from archive.import_flaw where import_id = ? and number > ?
                order by number limit ?""",
                row -> new Numbered(
                        row.getInt(1), new Flaw(row.getString(2), row.getInt(3), row.getString(4), row.getString(5))),
                id,
                after,
                most);
    }

    /** A line of the table of cases. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record CaseRow(int line, byte[] token, String state, OptionalInt parent, byte[] about) {}

    /** @return the lines that were added; of one number only the first is */
    List<Integer> addCases(UUID id, List<CaseRow> cases) {
        return sql.all(
                """
                insert into archive.import_case (import_id, line, token, state, parent, about)
                select ?, w.line, w.token, w.state, nullif(w.parent, 0), w.about
                from unnest(?::int[], ?, ?::text[], ?::int[], ?) as w(line, token, state, parent, about)
                order by w.line on conflict (import_id, token) do nothing returning line""",
                row -> row.getInt(1),
                id,
                texts(cases, row -> row.line()),
                cases.stream().map(CaseRow::token).toArray(byte[][]::new),
                cases.stream().map(CaseRow::state).toArray(String[]::new),
                texts(cases, row -> row.parent().orElse(0)),
                cases.stream().map(CaseRow::about).toArray(byte[][]::new));
    }

    private interface Number<T> {
        int of(T row);
    }

    private static <T> String[] texts(List<T> rows, Number<T> number) {
        return rows.stream().map(row -> Integer.toString(number.of(row))).toArray(String[]::new);
    }

    Optional<CaseRow> caseOf(UUID id, byte[] token) {
        return sql.first(
                "select line, token, state, coalesce(parent, 0), about from archive.import_case where import_id = ? and token = ?",
                ImportRows::caseRow,
                id,
                token);
    }

    private static CaseRow caseRow(ResultSet row) throws SQLException {
        int parent = row.getInt(4);
        return new CaseRow(
                row.getInt(1),
                row.getBytes(2),
                row.getString(3),
                parent == 0 ? OptionalInt.empty() : OptionalInt.of(parent),
                row.getBytes(5));
    }

    /** Cases that wait, in the order of their lines; of those that arise from another one, only where that is in. */
    List<CaseRow> ready(UUID id, int after, int most) {
        return sql.all("""
                select line, token, state, coalesce(parent, 0), about from archive.import_case c
                where import_id = ? and state = 'waiting' and line > ? and (parent is null or exists (
                    select from archive.import_case p
                    where p.import_id = c.import_id and p.line = c.parent and p.state in ('imported', 'known')))
                order by line limit ?""", ImportRows::caseRow, id, after, most);
    }

    /** @return whether it waited */
    boolean settle(UUID id, int line, String state) {
        return sql.change(
                        "update archive.import_case set state = ? where import_id = ? and line = ? and state = 'waiting'",
                        state,
                        id,
                        line)
                == 1;
    }

    /** Of a case that was to be imported now. */
    void known(UUID id, int line) {
        sql.change("update archive.import_case set state = 'known' where import_id = ? and line = ?", id, line);
    }

    /** Refuses the cases that arise from refused ones, whatever generation. @return their lines */
    List<Integer> refuseChildren(UUID id) {
        return sql.all("""
                with recursive lost as (
                    select line, false as is_child from archive.import_case where import_id = ? and state = 'refused'
                    union select c.line, true from archive.import_case c join lost l on c.parent = l.line
                        where c.import_id = ? and c.state = 'waiting')
                update archive.import_case c set state = 'refused' from lost l
                where c.import_id = ? and c.line = l.line and l.is_child and c.state = 'waiting' returning c.line""", row -> row.getInt(1), id, id, id);
    }

    /** A file of the bag, its line in the manifest, and what was found of its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record FileRow(byte[] path, byte[] digest, int place, byte[] facts) {}

    /** @return how many were added; a path that comes twice is added once */
    int addFiles(UUID id, List<FileRow> files) {
        return sql.change(
                """
                insert into archive.import_file (import_id, path, digest, place, facts)
                select ?, w.path, w.digest, w.place, w.facts from unnest(?, ?, ?::int[], ?) as w(path, digest, place, facts)
                on conflict do nothing""",
                id,
                files.stream().map(FileRow::path).toArray(byte[][]::new),
                files.stream().map(FileRow::digest).toArray(byte[][]::new),
                texts(files, FileRow::place),
                files.stream().map(FileRow::facts).toArray(byte[][]::new));
    }

    Map<String, Integer> linesOf(UUID id, byte[][] numbers) {
        Map<String, Integer> lines = new HashMap<>();
        sql.all(
                "select token, line from archive.import_case where import_id = ? and token = any (?)",
                row -> lines.put(HexFormat.of().formatHex(row.getBytes(1)), row.getInt(2)),
                id,
                numbers);
        return lines;
    }

    Map<String, FileRow> files(UUID id, byte[][] paths) {
        Map<String, FileRow> files = new HashMap<>();
        sql.all(
                "select path, digest, place, facts from archive.import_file where import_id = ? and path = any (?)",
                row -> files.put(HexFormat.of().formatHex(row.getBytes(1)), fileRow(row)),
                id,
                paths);
        return files;
    }

    private static FileRow fileRow(ResultSet row) throws SQLException {
        return new FileRow(row.getBytes(1), row.getBytes(2), row.getInt(3), row.getBytes(4));
    }

    /** @return the lines that were the first to give their file to a case */
    List<Integer> give(UUID id, List<Checking.Given> given) {
        return sql.all(
                """
                update archive.import_file f set line = w.line, case_line = w.case_line, about = w.about
                from (select distinct on (path) * from unnest(?::int[], ?::int[], ?, ?) as all_of(line, case_line, path, about)
                    order by path, line) as w
                where f.import_id = ? and f.path = w.path and f.case_line is null returning f.line""",
                row -> row.getInt(1),
                texts(given, Checking.Given::line),
                texts(given, Checking.Given::caseLine),
                given.stream().map(Checking.Given::path).toArray(byte[][]::new),
                given.stream().map(Checking.Given::about).toArray(byte[][]::new),
                id);
    }

    /** A file of a case, and the line that gives it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record GivenRow(int line, byte[] digest, byte[] about) {}

    List<GivenRow> filesOf(UUID id, int caseLine) {
        return sql.all(
                "select line, digest, about from archive.import_file where import_id = ? and case_line = ? order by line",
                row -> new GivenRow(row.getInt(1), row.getBytes(2), row.getBytes(3)),
                id,
                caseLine);
    }

    boolean has(UUID id, byte[] path) {
        return sql.one(
                "select exists (select from archive.import_file where import_id = ? and path = ?)",
                row -> row.getBoolean(1),
                id,
                path);
    }

    /** Lines of the table of files whose bytes a line before them gives to the same case, and the case's. */
    record Twice(int line, int caseLine) {}

    List<Twice> twice(UUID id) {
        return sql.all("""
                select line, case_line from (
                    select line, case_line, row_number() over (partition by case_line, digest order by line) as nth
                    from archive.import_file where import_id = ? and case_line is not null) as f
                where nth > 1 order by line""", row -> new Twice(row.getInt(1), row.getInt(2)), id);
    }

    /** Lines of the manifest whose files are given to no case, but for the tables. */
    List<Integer> unnamed(UUID id, byte[][] tables) {
        return sql.all("""
                select place from archive.import_file where import_id = ? and line is null and path <> all (?) order by place""", row -> row.getInt(1), id, tables);
    }

    /** What is over by now and has a key still. */
    List<Row> spent(int most) {
        return sql.all("""
                select id, state, package, leaf_id, length, sealed_length, digest, proposed_by from archive.import
                where state in ('refused', 'done', 'over') and leaf_id is not null limit ?""", ImportRows::row, most);
    }

    /** Those that nobody released in time. */
    void endAll(Instant now) {
        sql.change(
                "update archive.import set state = 'over', ended_at = ? where state = 'checked' and ends_at <= ?",
                now,
                now);
    }

    void cleared(UUID id) {
        sql.change("update archive.import set leaf_id = null where id = ?", id);
    }
}
