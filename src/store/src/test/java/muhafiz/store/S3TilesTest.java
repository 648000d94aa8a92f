package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import muhafiz.crypto.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3TilesTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "other".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void aPartialTileLiesBesideTheFullOne() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tiles tiles = new S3Tiles(s3.intake())) {
            tiles.put("tile/0/x001/067.p/3", ONE);
            tiles.put("tile/0/x001/067", OTHER);

            assertThat(tiles.get("tile/0/x001/067.p/3")).hasValue(ONE);
            assertThat(tiles.get("tile/0/x001/067")).hasValue(OTHER);
            assertThat(folder.resolve(EmbeddedS3.BUCKET).resolve("log/tile/0/x001/067"))
                    .hasBinaryContent(OTHER);
        }
    }

    @Test
    void theCheckpointIsWrittenOver() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tiles tiles = new S3Tiles(s3.intake())) {
            tiles.put("checkpoint", ONE);
            tiles.put("checkpoint", OTHER);

            assertThat(tiles.get("checkpoint")).hasValue(OTHER);
        }
    }

    @Test
    void whatIsNotThereIsEmptyAndAStoreThatIsAwayIsNot() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tiles tiles = new S3Tiles(s3.intake())) {
            assertThat(tiles.get("tile/0/999")).isEmpty();

            s3.stop();

            assertThatThrownBy(() -> tiles.get("tile/0/999")).isInstanceOf(UnavailableException.class);
        }
    }
}
