package muhafiz.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The end of persons' log keys, against the real schema, as the server's role. */
class PersonKeysTest {
    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID HELD = new UUID(1, 2);
    private static final Instant LONG_AGO = Instant.parse("2020-06-01T00:00:00Z");

    private static Stand stand;
    private static Database superuser;
    private static LogKeyRows rows;

    private final List<UUID> named = new ArrayList<>(List.of(HELD));
    private final PersonKeys keys = new PersonKeys(rows, List.of(named::contains));

    @BeforeAll
    static void start() throws Exception {
        Path home = Path.of("target", "log-keys").toAbsolutePath();
        PrivateFiles.remove(home);
        stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
        String password =
                Files.readString(home.resolve("secrets/db-superuser-password")).strip();
        superuser = stand.ownerDatabase().as("postgres", password);
        PGSimpleDataSource app = new PGSimpleDataSource();
        app.setUrl(stand.appDatabase().url());
        app.setUser(stand.appDatabase().user());
        app.setPassword(stand.appDatabase().password());
        app.setOptions("-c role=muhafiz_background -c muhafiz.work=log");
        rows = new LogKeyRows(app);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @BeforeEach
    void twoPersonsWithTwoYearsEach() throws SQLException {
        execute("set session_replication_role = replica; delete from archive.log_entry; delete from archive.log_index;"
                + " delete from archive.subject_log_key; delete from archive.data_subject");
        for (UUID person : List.of(PERSON, HELD)) {
            execute("insert into archive.data_subject (id, leaf_id, sealed, created_on) values ('" + person
                    + "', gen_random_uuid(), '', now())");
            for (int year : new int[] {2022, 2023}) {
                execute("insert into archive.subject_log_key (subject_id, calendar_year, leaf_id, entries) values ('"
                        + person + "', " + year + ", '" + leaf(person, year) + "', 1)");
            }
        }
    }

    private static UUID leaf(UUID person, int year) {
        return new UUID(person.getLeastSignificantBits(), year);
    }

    @Test
    void logKeysDieWithThePersonUnlessAHoldNamesThem() throws SQLException {
        assertThat(keys.strike(PERSON)).containsExactlyInAnyOrder(leaf(PERSON, 2022), leaf(PERSON, 2023));
        assertThat(keys.strike(HELD)).isEmpty();

        assertThat(count("archive.subject_log_key where subject_id = '" + PERSON + "'"))
                .isZero();
        assertThat(count("archive.subject_log_key where subject_id = '" + HELD + "'"))
                .isEqualTo(2);
    }

    @Test
    void logKeysEndWithTheTermUnlessAHoldNamesThem() {
        PersonKeys.Ended ended = keys.ended(2022);

        assertThat(ended).isEqualTo(new PersonKeys.Ended(Set.of(leaf(PERSON, 2022)), OptionalInt.of(2022)));
        named.clear();
        assertThat(keys.ended(2021)).isEqualTo(new PersonKeys.Ended(Set.of(), OptionalInt.empty()));
    }

    @Test
    void whatAHoldKeptBeyondThePersonEndsWithTheHold() throws SQLException {
        execute("delete from archive.data_subject where id = '" + HELD + "'");
        assertThat(keys.outlived()).isEmpty();

        named.clear();

        assertThat(keys.outlived()).containsExactlyInAnyOrder(leaf(HELD, 2022), leaf(HELD, 2023));
    }

    @Test
    void entriesBeforeAMomentAreStruckOutAndTheirHashesStay() throws SQLException {
        entries(0, 256, LONG_AGO);
        entries(256, 300, LONG_AGO.plusSeconds(1));
        entries(300, 600, LONG_AGO.plusSeconds(2));

        assertThat(keys.endOfBundlesBefore(LONG_AGO)).isEmpty();
        assertThat(keys.endOfBundlesBefore(LONG_AGO.plusSeconds(1))).hasValue(256);
        assertThat(keys.endOfBundlesBefore(LONG_AGO.plusSeconds(2))).hasValue(256);
        assertThat(keys.endOfBundlesBefore(LONG_AGO.plusSeconds(3))).hasValue(512);
        assertThat(keys.prune(256, LONG_AGO.plusSeconds(2))).isEqualTo(256);

        assertThat(count("archive.log_entry")).isEqualTo(344);
        assertThat(count("archive.log_index")).isEqualTo(600);
        assertThat(keys.endOfBundlesBefore(LONG_AGO.plusSeconds(2))).isEmpty();
        assertThat(keys.endOfBundlesBefore(LONG_AGO.plusSeconds(3))).hasValue(512);
    }

    @Test
    void aYearIsKeptWhateverTheServerAsks() throws SQLException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        entries(0, 256, yesterday);

        assertThatThrownBy(() -> keys.prune(256, yesterday.plusSeconds(1))).hasStackTraceContaining("are kept");

        assertThat(count("archive.log_entry")).isEqualTo(256);
    }

    private static void entries(long from, long to, Instant at) throws SQLException {
        execute("insert into archive.log_entry (seq, recorded_at, actor, role, action, purpose, outcome, tag, leaf)"
                + " select n, '" + at + "', '', '', '', '', '', '', '' from generate_series(" + from + ", " + (to - 1)
                + ") n; insert into archive.log_index (seq, entry_id, leaf_hash)"
                + " select n, gen_random_uuid(), sha256('') from generate_series(" + from + ", " + (to - 1) + ") n");
    }

    private static long count(String what) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
