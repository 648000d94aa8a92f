package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3TombstonesTest {
    private static final List<String> LINES = List.of("a leaf and its order", "another");

    @TempDir
    Path folder;

    @Test
    void whatWasBuriedIsFoundAndRead() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tombstones tombstones = new S3Tombstones(s3.intake(), s3.destroyer())) {
            UUID one = UUID.randomUUID();
            UUID other = UUID.randomUUID();
            tombstones.bury(one, LINES);
            tombstones.bury(other, List.of("one line"));

            assertThat(tombstones.batches()).containsExactlyInAnyOrder(one, other);
            assertThat(tombstones.read(one)).isEqualTo(LINES);
        }
    }

    @Test
    void aBatchIsNeverWrittenOver() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tombstones tombstones = new S3Tombstones(s3.intake(), s3.destroyer())) {
            UUID batch = UUID.randomUUID();
            tombstones.bury(batch, LINES);

            assertThatThrownBy(() -> tombstones.bury(batch, List.of("something else")))
                    .isInstanceOf(StoreRefusedException.class);
            assertThat(tombstones.read(batch)).isEqualTo(LINES);
        }
    }

    @Test
    void whatElseLiesThereIsNoBatch() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tombstones tombstones = new S3Tombstones(s3.intake(), s3.destroyer())) {
            Files.createDirectories(folder.resolve(EmbeddedS3.BUCKET).resolve("tombstones"));
            Files.writeString(folder.resolve(EmbeddedS3.BUCKET).resolve("tombstones/half.tmp"), "cut");

            assertThat(tombstones.batches()).isEmpty();
        }
    }

    @Test
    void aCopyOfABucketComesBackWithWhatObjectsSayOfThemselves() throws Exception {
        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        UUID batch = UUID.randomUUID();
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder);
                S3Tombstones tombstones = new S3Tombstones(s3.intake(), s3.destroyer());
                BucketCopy bucket = new BucketCopy(s3.intake(), s3.destroyer())) {
            tombstones.bury(batch, LINES);
            assertThat(bucket.down(copy)).isEqualTo(1);
            assertThat(bucket.down(copy)).as("a second time").isZero();
        }
        Path other = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-other"));
        try (EmbeddedS3 s3 = EmbeddedS3.start(other);
                S3Tombstones tombstones = new S3Tombstones(s3.intake(), s3.destroyer());
                BucketCopy bucket = new BucketCopy(s3.intake(), s3.destroyer())) {
            assertThat(bucket.up(copy)).isEqualTo(1);
            assertThat(tombstones.read(batch)).isEqualTo(LINES);
        }
    }
}
