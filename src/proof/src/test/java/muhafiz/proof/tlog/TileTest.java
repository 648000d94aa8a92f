package muhafiz.proof.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    /** The first from c2sp.org/tlog-tiles, Merkle Tree: "index 1234067 will be encoded as x001/x234/067". */
    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 256, tile/0/000",
        "1, 999, 17, tile/1/999.p/17",
        "2, 1000, 1, tile/2/x001/000.p/1",
        "7, 9223372036854775807, 255, tile/7/x009/x223/x372/x036/x854/x775/807.p/255"
    })
    void aTileIsNamedAsTheSpecificationSays(int level, long index, int width, String path) {
        var tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(LogPath.parse(path)).isEqualTo(tile);
    }

    @Test
    void aBundleIsNamedAsTheSpecificationSays() {
        assertThat(new EntryBundle(1_234_067, 256).path()).isEqualTo("tile/entries/x001/x234/067");
        assertThat(LogPath.parse("tile/entries/000.p/3")).isEqualTo(new EntryBundle(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/00/000",
                "tile/8/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/07",
                "tile/0/000.p/",
                "tile/0/000/",
                "tile/0/../000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x001/x999/x999/x999/x999/x999/x999/999",
                "/tile/0/000",
                "tile/data/000",
                "tile/0/٠٠٠"
            })
    void whatIsNoPathIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogPath.parse(hostile));
    }

    /** c2sp.org/tlog-tiles, Partial Tiles: the examples of 70,000 and 256 entries. */
    @Test
    void aTreeHasTheTilesOfTheSpecification() {
        var tiles = Tile.between(0, 70_000);

        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles.stream().filter(tile -> !tile.isPartial() && tile.level() == 0))
                .hasSize(273);
        assertThat(tiles).contains(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.between(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    @Test
    void whatGrowsStepByStepHasAllTilesInTheEnd() {
        var stepwise = new HashSet<LogPath>();
        for (long size = 0; size < 66_000; size += 7) {
            stepwise.addAll(Tile.between(size, size + 7));
            stepwise.addAll(EntryBundle.between(size, size + 7));
        }
        long reached = 66_003;

        assertThat(stepwise).containsAll(Tile.between(0, reached)).containsAll(EntryBundle.between(0, reached));
    }

    @Test
    void nothingNewIsNothing() {
        assertThat(Tile.between(0, 0)).isEmpty();
        assertThat(Tile.between(256, 256)).isEmpty();
        assertThat(EntryBundle.between(300, 300)).isEmpty();
        assertThat(Tile.between(256, 257)).containsExactly(new Tile(0, 1, 1));
        assertThat(EntryBundle.between(256, 257)).containsExactly(new EntryBundle(1, 1));
    }

    @Test
    void theLargestTreeHasTilesToo() {
        assertThat(Tile.between(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isNotEmpty();
    }

    @Test
    void theHashesOfATileComeBack() {
        var hashes = List.of(MerkleTree.emptyRoot(), MerkleTree.leafHash(new byte[0]));
        byte[] content = Tile.encode(hashes);

        assertThat(content).hasSize(64);
        assertThat(new Tile(0, 0, 2).decode(content)).isEqualTo(hashes);
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 3).decode(content));
    }

    @Test
    void theEntriesOfABundleComeBack() {
        var entries = Stream.of(0, 1, 255, 256, 65_535).map(byte[]::new).toList();
        byte[] content = EntryBundle.encode(entries);

        assertThat(new EntryBundle(0, 5).decode(content))
                .usingRecursiveComparison()
                .isEqualTo(entries);
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 4).decode(content));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 6).decode(content));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
    }

    @Test
    void aBundleIsAsTheSpecificationWritesIt() {
        // c2sp.org/tlog-tiles, Log entries: big-endian uint16 length and the entry
        assertThat(EntryBundle.encode(List.of("abc".getBytes(), new byte[0])))
                .containsExactly(0, 3, 'a', 'b', 'c', 0, 0);
    }

    @Test
    void everyTruncationOfABundleIsRefused() {
        byte[] content = EntryBundle.encode(List.of(new byte[3], new byte[4]));
        for (int length = 0; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);

            assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 2).decode(cut));
        }
    }
}
