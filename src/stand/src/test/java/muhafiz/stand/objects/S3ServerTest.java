package muhafiz.stand.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ServerTest {
    private Path home;
    private Stand stand;
    private S3Client intake;
    private S3Client destroyer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        home = folder.resolve("home");
        stand = Stand.start(StandSettings.forTests(home).withParts(Part.OBJECTS));
        URI endpoint = stand.objects();
        intake = new S3Client(endpoint, secret("s3-access-key"), secret("s3-secret-key"));
        destroyer = new S3Client(endpoint, secret("s3-destroy-access-key"), secret("s3-destroy-secret-key"));
    }

    @AfterAll
    void stop() {
        stand.close();
    }

    @Test
    void whatIsPutIsGotAgain() {
        intake.send("PUT", "/muhafiz/v1/original/0", "sealed");

        assertThat(intake.send("GET", "/muhafiz/v1/original/0", "").body()).isEqualTo("sealed");
        assertThat(intake.send("HEAD", "/muhafiz/v1/original/0", "").headers().firstValue("content-length"))
                .contains("6");
        assertThat(intake.send("GET", "/muhafiz/v1/original/0", "", "Range", "bytes=1-2")
                        .body())
                .isEqualTo("ea");
    }

    @Test
    void aNameIsTakenOnce() {
        intake.send("PUT", "/muhafiz/v2/original/0", "first", "If-None-Match", "*");

        assertThat(intake.send("PUT", "/muhafiz/v2/original/0", "second", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(intake.send("GET", "/muhafiz/v2/original/0", "").body()).isEqualTo("first");
    }

    @Test
    void intakeMayNeitherListNorDelete() {
        intake.send("PUT", "/muhafiz/v3/original/0", "sealed");

        assertThat(intake.send("GET", "/muhafiz?list-type=2", "").statusCode()).isEqualTo(403);
        assertThat(intake.send("GET", "/", "").statusCode()).isEqualTo(403);
        assertThat(intake.send("DELETE", "/muhafiz/v3/original/0", "").statusCode())
                .isEqualTo(403);
        assertThat(intake.send("DELETE", "/muhafiz", "").statusCode()).isEqualTo(403);
        assertThat(intake.send("GET", "/muhafiz/v3/original/0", "").body()).isEqualTo("sealed");
    }

    @Test
    void theDestroyerMayListAndDeleteButNeitherReadNorWrite() {
        intake.send("PUT", "/muhafiz/v4/original/0", "sealed");

        assertThat(destroyer.send("GET", "/muhafiz?list-type=2&prefix=v4", "").body())
                .contains("v4/original/0");
        assertThat(destroyer.send("GET", "/muhafiz/v4/original/0", "").statusCode())
                .isEqualTo(403);
        assertThat(destroyer.send("PUT", "/muhafiz/v4/original/1", "x").statusCode())
                .isEqualTo(403);
        assertThat(destroyer.send("DELETE", "/muhafiz/v4/original/0", "").statusCode())
                .isEqualTo(204);
        assertThat(intake.send("GET", "/muhafiz/v4/original/0", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWrongKeyIsRefused() {
        assertThat(new S3Client(intake.endpoint(), intake.id(), "wrong")
                        .send("GET", "/muhafiz/v1", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new S3Client(intake.endpoint(), "nobody", "wrong")
                        .send("GET", "/muhafiz/v1", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void objectsSurviveKill() throws Exception {
        intake.send("PUT", "/muhafiz/v5/original/0", "sealed");

        stand.kill(Part.OBJECTS);
        stand.awaitReady(Part.OBJECTS, Duration.ofMinutes(1));

        assertThat(intake.send("GET", "/muhafiz/v5/original/0", "").body()).isEqualTo("sealed");
    }

    @Test
    void noKeyIsOnTheCommandLineOrInTheEnvironment() throws Exception {
        Path process = Path.of("/proc", Long.toString(stand.pid(Part.OBJECTS)));
        Properties keys = new Properties();
        for (String name : new String[] {"s3-access-key", "s3-secret-key", "s3-destroy-secret-key"}) {
            keys.put(name, secret(name));
        }

        String all = Files.readString(process.resolve("cmdline")) + Files.readString(process.resolve("environ"));

        assertThat(keys.values()).noneMatch(key -> all.contains(key.toString()));
    }

    private String secret(String name) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(name)).strip();
    }
}
