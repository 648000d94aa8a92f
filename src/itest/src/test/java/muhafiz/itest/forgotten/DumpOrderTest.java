package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.zip.ZipFile;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.backup.Dump;
import muhafiz.stand.backup.DumpWriter;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.Test;

/** A data dump may live for ever; it does not tell in which order its rows were written. */
class DumpOrderTest {
    @Test
    void rowsStandInTheOrderOfTheirKeys() throws Exception {
        Path home = Path.of("target", "dump-order").toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE))) {
            try (Connection connection = stand.ownerDatabase().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into archive.data_subject (id, leaf_id, sealed, created_on)"
                        + " select cast(lpad(to_hex(n), 32, '0') as uuid), gen_random_uuid(), '', now()"
                        + " from generate_series(50, 1, -1) n");
            }

            Path dump = new DumpWriter(stand.ownerDatabase())
                    .write(Dump.Kind.DATA, home.resolve("dumps"))
                    .file();

            try (ZipFile zip = new ZipFile(dump.toFile());
                    InputStream rows = zip.getInputStream(zip.getEntry("data_subject"))) {
                assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .hasSize(50)
                        .isSorted();
            }
        }
    }
}
