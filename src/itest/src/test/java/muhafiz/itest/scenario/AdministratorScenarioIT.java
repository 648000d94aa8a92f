package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class AdministratorScenarioIT {
    private static final String CONTENT = "AD1-content-canary";
    private static final String SURNAME = "Adbircanarova";
    private static final String FILE_NAME = "ad1-name-canary.pdf";

    @Test
    @DisplayName("AD-1: with full rights on disks, buckets, dumps and logs, no plaintext and no name is found")
    @Clause({"PRO-1", "PRO-3"})
    void noPlaintextAndNoNameIsFoundInDisksBucketsDumpsAndLogs(RunningArchive archive) throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", SURNAME));
        Answer sent = archive.portal().uploadAsForm(lodged, "passport", FILE_NAME, Sample.pdf(CONTENT));
        String id = sent.require(201).json().getString("id");
        archive.awaitRead(id);
        archive.staff("officer").content(id, "P-SERVICE").require(200);
        archive.staff("officer").search(lodged.number(), "P-SERVICE").require(200);
        List<byte[]> wanted = needles(lodged);

        assertThat(dump(archive)).as("tables, as a dump holds them").noneMatch(row -> containsAny(row, wanted));
        for (Path file : files(archive.home().resolve("log"))) {
            assertThat(containsAny(read(file), wanted)).as("%s", file).isFalse();
        }
        for (Path file : Bucket.of(archive).files()) {
            assertThat(containsAny(read(file), wanted)).as("%s", file).isFalse();
        }
        for (Path file : files(archive.home().resolve("server"))) {
            assertThat(containsAny(read(file), wanted)).as("%s", file).isFalse();
        }
    }

    @Test
    @DisplayName("AD-3: a broken log writer: the read is refused")
    void whileTheLogCannotBeWrittenNothingIsRead(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Qasımova"));
        Sample passport = Sample.pdf("AD-3");
        String id = archive.portal().uploaded(lodged, "passport", passport);
        String app = archive.stand().appDatabase().user();
        LogBook log = LogBook.of(archive);

        log.execute("revoke insert on archive.log_arrival from \"" + app + "\"");
        try {
            Answer content = archive.staff("officer").content(id, "P-SERVICE");
            Answer described = archive.staff("officer").describe(id, "P-SERVICE");
            Answer head = archive.staff("officer").contentHead(id, "P-SERVICE");

            for (Answer refused : List.of(content, described)) {
                assertThat(refused.status()).as("%s", refused).isGreaterThanOrEqualTo(500);
                assertThat(refused.header("Content-Type")).contains("application/problem+json");
                assertThat(refused.text()).doesNotContain("AD-3").doesNotContain(lodged.number());
            }
            assertThat(head.status()).isGreaterThanOrEqualTo(500);
            assertThat(head.header("ETag")).isEmpty();
        } finally {
            log.execute("grant insert on archive.log_arrival to \"" + app + "\"");
        }

        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(passport.bytes());
    }

    private static List<byte[]> needles(Lodged lodged) {
        List<byte[]> needles = new ArrayList<>();
        for (String word : List.of(CONTENT, SURNAME, FILE_NAME, lodged.number(), lodged.accessCode(), "C01234567")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                needles.add(word.getBytes(charset));
            }
        }
        needles.add(lodged.number().replace("-", "").getBytes(StandardCharsets.US_ASCII));
        return needles;
    }

    /** Every row of every table, decompressed as {@code pg_dump} would write it, with bytea as its bytes. */
    private static List<byte[]> dump(RunningArchive archive) {
        LogBook log = LogBook.of(archive);
        List<String> tables = new ArrayList<>();
        log.query(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = 'archive' and c.relkind = 'r'",
                row -> tables.add(row.getString(1)));
        assertThat(tables).contains("document", "case_party", "log_entry", "scheduled_tasks");
        List<byte[]> values = new ArrayList<>();
        for (String table : tables) {
            log.query("select * from archive." + table, row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(
                            row.getObject(column) instanceof byte[] bytes
                                    ? bytes
                                    : String.valueOf(row.getString(column)).getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        return values;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".ear"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        }
    }

    private static boolean containsAny(byte[] bytes, List<byte[]> needles) {
        String hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return needles.stream().anyMatch(needle -> hay.contains(new String(needle, StandardCharsets.ISO_8859_1)));
    }
}
