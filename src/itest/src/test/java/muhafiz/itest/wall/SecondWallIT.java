package muhafiz.itest.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.Staff;
import muhafiz.stand.OutsideDatabase;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row-level security behind the decision: with every filter gone, nobody sees a row of another unit's. */
class SecondWallIT {
    private static final List<String> GUARDED =
            List.of("case_file", "case_party", "case_event", "document", "data_subject");
    private static final String IDS = """
            select c.id from archive.case_file c where c.unit = 'RD-1'
            union all select p.id from archive.case_party p join archive.case_file c on c.id = p.case_id where c.unit = 'RD-1'
            union all select p.subject_id from archive.case_party p join archive.case_file c on c.id = p.case_id where c.unit = 'RD-1'
            union all select d.id from archive.document d join archive.case_file c on c.id = d.case_id where c.unit = 'RD-1'
            union all select d.version_id from archive.document d join archive.case_file c on c.id = d.case_id where c.unit = 'RD-1'""";
    private static final String AS_OFFICER2 = """
            select set_config('muhafiz.caller', 'known', true), set_config('muhafiz.account', 'officer2', true),
                set_config('muhafiz.unit', 'RD-2', true), set_config('muhafiz.in_unit', 'RC-WP,RC-REG', true)""";
    private static final String AT_WORK =
            "select set_config('role', 'muhafiz_background', true), set_config('muhafiz.work', 'test', true)";

    private static Stand behind;
    private static Tap tap;
    private static RunningArchive archive;
    private static Lodged theirs;
    private static Lodged own;
    private static String ownPaper;

    @BeforeAll
    static void start() throws IOException {
        Path home = RunningArchive.homeOf("wall-database");
        PrivateFiles.remove(home);
        behind = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
        tap = Tap.before(URI.create(behind.appDatabase().url().substring("jdbc:".length()))
                .getPort());
        Database tapped = new Database(
                "jdbc:postgresql://127.0.0.1:" + tap.port() + "/muhafiz?prepareThreshold=0&sslmode=disable",
                behind.appDatabase().user(),
                behind.appDatabase().password());
        archive = RunningArchive.start(
                "wall",
                settings -> settings.withDatabase(new OutsideDatabase(tapped, Optional.of(behind.ownerDatabase())))
                        .withDemoUsers());
        theirs = archive.portal().lodge(Forms.workPermit("RD-1", "Divarlı"));
        archive.awaitRead(archive.portal().uploaded(theirs, "passport", Sample.pdf("of RD-1")));
        archive.portal().lodge(Forms.workPermit("RD-1", "Divarlı"));
        own = archive.portal().lodge(Forms.workPermit("RD-2", "Divarlı"));
        ownPaper = archive.portal().uploaded(own, "passport", Sample.pdf("of RD-2"));
        archive.awaitRead(ownPaper, "officer2");
        archive.portal().lodge(Forms.workPermit("RD-2", "Divarlı"));
    }

    @AfterAll
    static void stop() {
        archive.close();
        tap.close();
        behind.close();
    }

    @Test
    @Clause("PRO-2")
    void withEveryFilterGoneAnOfficerOfRd2SeesNoRowOfRd1EvenOnAConnectionThatRd1HasJustUsed() {
        tap.watch("officer2", ofRd1());

        work();

        assertThat(tap.unfiltered())
                .anyMatch(question -> question.contains("archive.case_file"))
                .anyMatch(question -> question.contains("archive.case_party"))
                .anyMatch(question -> question.contains("archive.document"));
        assertThat(tap.linesUsedByOthersBefore()).isNotEmpty();
        assertThat(tap.leaks()).isEmpty();
    }

    @Test
    void withoutTheWallTheSameWorkShowsRowsOfRd1() {
        wall("disable");
        try {
            tap.watch("officer2", ofRd1());

            work();

            assertThat(tap.leaks()).isNotEmpty();
        } finally {
            wall("enable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_file", "case_party", "case_event", "document", "data_subject"})
    void aTransactionThatSaysNothingSeesNothingAndWritesNothing(String table) throws SQLException {
        try (Connection server = behind.appDatabase().connect();
                Statement statement = server.createStatement()) {
            assertThat(count(statement, table)).isZero();
            assertThat(statement.executeUpdate("delete from archive." + table)).isZero();
            assertThatThrownBy(() -> statement.execute("insert into archive." + table
                            + " select (jsonb_populate_record(null::archive." + table + ", '{}')).*"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void nothingIsConcludedFromRowsThatACallerDoesNotSee() throws SQLException {
        try (Connection server = behind.appDatabase().connect();
                Statement statement = server.createStatement()) {
            server.setAutoCommit(false);
            statement.execute(AS_OFFICER2);
            assertThatThrownBy(() -> statement.execute("select archive.whole_sight()"))
                    .hasMessageContaining("only background work");
            server.rollback();

            statement.execute(AT_WORK);
            statement.execute("select archive.whole_sight()");
            server.rollback();
        }
    }

    @Test
    void whatWasSaidEndsWithTheTransaction() throws SQLException {
        try (Connection server = behind.appDatabase().connect();
                Statement statement = server.createStatement()) {
            server.setAutoCommit(false);
            statement.execute(AS_OFFICER2);
            assertThat(count(statement, "case_file")).isEqualTo(2);
            assertThat(count(statement, "document")).isEqualTo(1);
            assertThat(units(statement)).containsOnly("RD-2");
            server.commit();

            assertThat(count(statement, "case_file")).isZero();
            server.rollback();
        }
    }

    @Test
    void backgroundWorkSeesRowsOnlyWhileItSaysWhatItWorksAtAndLeavesNothingBehind() throws SQLException {
        try (Connection server = behind.appDatabase().connect();
                Statement statement = server.createStatement()) {
            server.setAutoCommit(false);
            statement.execute("set local role muhafiz_background");
            for (String table : GUARDED) {
                assertThat(count(statement, table)).as(table).isZero();
            }
            statement.execute(AS_OFFICER2);
            assertThat(count(statement, "case_file"))
                    .as("a caller's words say nothing of background work")
                    .isZero();
            server.rollback();

            statement.execute(AT_WORK);
            assertThat(units(statement)).contains("RD-1", "RD-2");
            server.commit();

            statement.execute(AS_OFFICER2);
            assertThat(units(statement)).containsOnly("RD-2");
            server.rollback();
        }
    }

    /** What an officer does all day, between calls of others. */
    private static void work() {
        Staff officer2 = archive.staff("officer2");
        for (int i = 0; i < 3; i++) {
            archive.staff("officer").view(theirs, "P-SERVICE").require(200);
            officer2.view(own, "P-SERVICE");
            archive.staff("officer").search(theirs.number(), "P-SERVICE");
            officer2.describe(ownPaper, "P-SERVICE");
            officer2.content(ownPaper, "P-SERVICE");
            officer2.search(own.number(), "P-SERVICE");
            officer2.searchFor(
                    "{\"surname\":\"Divarlı\",\"givenNames\":\"Aynur\",\"birthDate\":\"1990-04-17\"}", "P-SERVICE");
            officer2.client()
                    .post(
                            own.path() + "/events",
                            "{\"type\":\"application_received\",\"outcome\":\"none\",\"on\":\"2026-01-01\"}");
        }
    }

    private static List<UUID> ofRd1() {
        List<UUID> ids = new ArrayList<>();
        LogBook.of(archive).query(IDS, row -> ids.add(row.getObject(1, UUID.class)));
        assertThat(ids).hasSizeGreaterThan(8);
        return ids;
    }

    private static void wall(String verb) {
        GUARDED.forEach(table ->
                LogBook.of(archive).execute("alter table archive." + table + " " + verb + " row level security"));
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from archive." + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> units(Statement statement) throws SQLException {
        List<String> units = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select unit from archive.case_file")) {
            while (row.next()) {
                units.add(row.getString(1));
            }
        }
        return units;
    }
}
