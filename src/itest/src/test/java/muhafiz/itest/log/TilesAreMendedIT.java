package muhafiz.itest.log;

import static muhafiz.itest.log.Superuser.setLeaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.stand.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tiles in the bucket are made good from rows; where the rows were changed, the bucket keeps what it has. */
@ExtendWith(WitnessedArchive.class)
class TilesAreMendedIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ENTRIES = 300;

    @Test
    void whatIsMissingOrDamagedIsPutAgain(Witnessed house) throws IOException {
        house.busy(ENTRIES);
        Path tile = object(house, "tile/0/000");
        Path bundle = object(house, "tile/entries/000");
        byte[] hashes = Files.readAllBytes(tile);
        byte[] entries = Files.readAllBytes(bundle);

        Files.delete(tile);
        damage(bundle);
        sweep(house);

        assertThat(tile).hasBinaryContent(hashes);
        assertThat(bundle).hasBinaryContent(entries);
    }

    @Test
    void changedRowsAreNotPutOverWhatTheBucketHolds(Witnessed house) throws IOException {
        house.busy(ENTRIES);
        Path bundle = object(house, "tile/entries/000");
        byte[] entries = Files.readAllBytes(bundle);
        Superuser superuser = Superuser.of(house.archive());
        byte[] leaf = superuser.leaf(7);
        byte[] changed = leaf.clone();
        changed[changed.length - 1] ^= 1;

        superuser.run(setLeaf(7, changed));
        try {
            sweep(house);
        } finally {
            superuser.run(setLeaf(7, leaf));
        }

        assertThat(bundle).hasBinaryContent(entries);
    }

    /** The object's file below the S3 server, once the full part lies there. */
    private static Path object(Witnessed house, String path) {
        return Patience.until(
                        SOON,
                        () -> Bucket.of(house.archive()).files().stream()
                                .filter(file -> file.endsWith("log/" + path))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void sweep(Witnessed house) {
        Tasks.run(Superuser.of(house.archive()).book(), "sweeps");
    }
}
