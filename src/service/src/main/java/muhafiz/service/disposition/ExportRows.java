package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Exports, their approvals and packages, and what is in their reach; within the caller's transaction. */
@ApplicationScoped
class ExportRows {
    /** Of these classes, or of any where none is named: takes the classes twice. */
    private static final String IN_CLASSES = "(cardinality(?::text[]) = 0 or %s.record_class = any (?::text[]))";

    private static final String DOCUMENTS = """
            from archive.document d join archive.case_file c on c.id = d.case_id
            where (? = '' or c.unit = ?) and d.received_at <= ? and\s""" + IN_CLASSES.formatted("d");

    private static final String CASES = """
            from archive.case_file c where (? = '' or c.unit = ?) and c.received_at <= ? and\s""" + IN_CLASSES.formatted("c");

    /** What is restricted is only kept (policy, PR-RESTRICTED), and nothing is concluded from what is put aside. */
    private static final String FREE = " and d.restricted_because is null and d.state <> 'quarantined'";

    private static final String UNRESTRICTED =
            " and not exists (select from archive.restriction r" + " where r.case_id = c.id and r.lifted_at is null)";

    private final Statements sql;

    @Inject
    ExportRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(Export made) {
        sql.change(
                """
                insert into archive.export (id, unit, classes, certificate, as_of, digest, proposed_by, proposed_role)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                made.id(),
                made.unit(),
                made.classes().toArray(String[]::new),
                made.certificate(),
                made.asOf(),
                made.digest(),
                made.user(),
                made.role());
    }

    /** Its row is held, so that two approvals come one after the other. */
    Optional<Export> hold(UUID id) {
        return sql.first("""
                select id, unit, classes, certificate, as_of, proposed_by, proposed_role
                from archive.export where id = ? for no key update""", ExportRows::read, id);
    }

    private static Export read(ResultSet row) throws SQLException {
        Array classes = row.getArray(3);
        return new Export(
                row.getObject(1, UUID.class),
                row.getString(2),
                new TreeSet<>(List.of((String[]) classes.getArray())),
                row.getString(4),
                DispositionRows.moment(row, 5),
                row.getString(6),
                row.getString(7));
    }

    void approve(UUID id, Approval approval) {
        sql.change(
                "insert into archive.export_approval (export_id, approved_by, role, approved_at) values (?, ?, ?, ?)",
                id,
                approval.user(),
                approval.role(),
                approval.at());
    }

    /** In the order in which they were given. */
    List<Approval> approvals(UUID id) {
        return sql.all(
                "select approved_by, role, approved_at from archive.export_approval where export_id = ?"
                        + " order by approved_at, approved_by",
                row -> new Approval(row.getString(1), row.getString(2), DispositionRows.moment(row, 3)),
                id);
    }

    /** What is in reach today. */
    ExportView.Reach reach(Export of) {
        long documents = count("select count(*) " + DOCUMENTS, of);
        long free = count("select count(*) " + DOCUMENTS + FREE, of);
        long cases = count("select count(*) " + CASES, of);
        long unrestricted = count("select count(*) " + CASES + UNRESTRICTED, of);
        return new ExportView.Reach(free, unrestricted, documents - free + cases - unrestricted);
    }

    private long count(String question, Export of) {
        String[] classes = of.classes().toArray(String[]::new);
        return sql.one(question, row -> row.getLong(1), of.unit(), of.unit(), of.asOf(), classes, classes);
    }

    /** The next cases after this one of which something goes, by id. */
    List<UUID> caseIds(Export of, UUID after, int most) {
        String[] classes = of.classes().toArray(String[]::new);
        return sql.all(
                "select id from (select c.id " + CASES + UNRESTRICTED + " union select c.id " + DOCUMENTS + FREE
                        + ") going where id > ? order by id limit ?",
                row -> row.getObject(1, UUID.class),
                of.unit(),
                of.unit(),
                of.asOf(),
                classes,
                classes,
                of.unit(),
                of.unit(),
                of.asOf(),
                classes,
                classes,
                after,
                most);
    }

    /** A document that goes. */
    record Paper(UUID id, UUID caseFile, String kind, String rule) {}

    /** The documents that go of these cases, by case and id. */
    List<Paper> papers(Export of, List<UUID> cases) {
        String[] classes = of.classes().toArray(String[]::new);
        return sql.all(
                "select d.id, d.case_id, d.kind, d.retention_rule " + DOCUMENTS + FREE
                        + " and d.case_id = any (?) order by d.case_id, d.id",
                row -> new Paper(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                of.unit(),
                of.unit(),
                of.asOf(),
                classes,
                classes,
                cases.toArray(UUID[]::new));
    }

    /** Those of these cases that go themselves. */
    List<UUID> described(Export of, List<UUID> cases) {
        String[] classes = of.classes().toArray(String[]::new);
        return sql.all(
                "select c.id " + CASES + UNRESTRICTED + " and c.id = any (?)",
                row -> row.getObject(1, UUID.class),
                of.unit(),
                of.unit(),
                of.asOf(),
                classes,
                classes,
                cases.toArray(UUID[]::new));
    }

    /** All of a package was sent. */
    void sent(UUID parcel, Export of, ExportView.Sent what) {
        sql.change("""
                insert into archive.export_parcel (id, export_id, sha256, bytes, documents, cases, sent_at)
                values (?, ?, ?, ?, ?, ?, ?)""", parcel, of.id(), what.sha256(), what.bytes(), what.documents(), what.cases(), what.at());
    }

    /** Packages that were sent, in their order. */
    List<ExportView.Sent> sent(UUID id) {
        return sql.all(
                "select sha256, bytes, documents, cases, sent_at from archive.export_parcel where export_id = ?"
                        + " order by sent_at, id",
                row -> new ExportView.Sent(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4), moment(row)),
                id);
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return DispositionRows.moment(row, 5);
    }
}
