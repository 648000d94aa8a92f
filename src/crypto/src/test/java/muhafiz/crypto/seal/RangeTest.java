package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RangeTest {
    private static final int CHUNK = 16_384;
    private static final int WINDOW = 32 * CHUNK;
    private static final int SEGMENT = 64 * CHUNK;
    private static final int LENGTH = 2 * SEGMENT + WINDOW + CHUNK + 7;
    private static Sample sample;

    @BeforeAll
    static void sealOne() throws IOException {
        sample = Sample.sealed(LENGTH);
    }

    @Test
    void everyRangeBetweenBordersGivesItsBytes() throws IOException {
        var borders = new TreeSet<Integer>();
        for (int border : new int[] {0, CHUNK, WINDOW, SEGMENT, SEGMENT + WINDOW, 2 * SEGMENT, LENGTH - 7, LENGTH}) {
            borders.addAll(List.of(Math.max(0, border - 1), border, Math.min(LENGTH, border + 1)));
        }
        Opener opener = sample.opener();

        for (int from : borders) {
            for (int to : borders.tailSet(from)) {
                var out = new ByteArrayOutputStream();
                opener.copy(from, to, out);
                assertThat(Arrays.equals(out.toByteArray(), Arrays.copyOfRange(sample.plaintext(), from, to)))
                        .as("bytes %d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void aRangeOutsideThePlaintextIsAnError() {
        Opener opener = sample.opener();
        var out = new ByteArrayOutputStream();

        assertThatIllegalArgumentException().isThrownBy(() -> opener.copy(-1, 5, out));
        assertThatIllegalArgumentException().isThrownBy(() -> opener.copy(6, 5, out));
        assertThatIllegalArgumentException().isThrownBy(() -> opener.copy(0, LENGTH + 1, out));
    }

    @Test
    void aSmallDocumentIsReadFromTheStoreOnce() throws IOException {
        List<String> reads = new ArrayList<>();
        Sample small = Sample.sealed(300_000);

        recording(small, reads).copy(0, 300_000, new ByteArrayOutputStream());

        assertThat(reads).containsExactly("0: 0 + " + small.sealed().length);
    }

    @Test
    void onlyTheChunksOfARangeAreRead() throws IOException {
        List<String> reads = new ArrayList<>();

        recording(sample, reads).copy(SEGMENT + 3 * CHUNK + 1, SEGMENT + 4 * CHUNK + 1, new ByteArrayOutputStream());

        assertThat(reads).containsExactly("1: " + 3 * 16_400 + " + " + 2 * 16_400, "0: 0 + 56");
    }

    @Test
    void aWholeDocumentIsReadInWindowsOf32Chunks() throws IOException {
        List<String> reads = new ArrayList<>();
        int window = 32 * 16_400;

        recording(sample, reads).copy(0, 2 * SEGMENT, new ByteArrayOutputStream());

        assertThat(reads)
                .containsExactly(
                        "0: 0 + " + (56 + window),
                        "0: " + (56 + window) + " + " + window,
                        "1: 0 + " + window,
                        "1: " + window + " + " + window);
    }

    /** 524,288 bytes fill 32 chunks; the last chunk, empty, lies in the next window. */
    @Test
    void whoReadsToTheEndHasTheLastChunkOpenedFirst() throws IOException {
        Sample filled = Sample.sealed(WINDOW);
        byte[] sealed = filled.sealed();
        sealed[sealed.length - 1] ^= 1;
        Sample changed = filled.holding(Sample.cut(sealed));
        var out = new ByteArrayOutputStream();

        changed.opener().copy(0, WINDOW - 1, out);
        assertThat(out.size()).isEqualTo(WINDOW - 1);

        out.reset();
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> changed.opener().copy(0, WINDOW, out));
        assertThat(out.size()).isZero();
    }

    @Test
    void anEmptyDocumentIsOpenedToo() throws IOException {
        Sample empty = Sample.sealed(0);
        byte[] sealed = empty.sealed();
        sealed[sealed.length - 1] ^= 1;
        Sample changed = empty.holding(Sample.cut(sealed));

        assertThat(empty.opener().stream().read()).isEqualTo(-1);
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> changed.opener().copy(0, 0, new ByteArrayOutputStream()));
    }

    @Test
    void aSourceThatGivesMoreOrLessThanAskedForIsRefused() {
        for (int more : new int[] {-1, 1}) {
            var opener = new Opener(
                    sample.key(),
                    sample.context(),
                    LENGTH,
                    sample.tally().sealedLength(),
                    (segment, offset, length) -> new byte[length + more]);
            assertThatExceptionOfType(IntegrityException.class)
                    .isThrownBy(() -> opener.copy(0, 1, new ByteArrayOutputStream()));
        }
    }

    @Test
    void theFailureOfASourcePassesThrough() {
        var opener = new Opener(
                sample.key(), sample.context(), LENGTH, sample.tally().sealedLength(), (segment, offset, length) -> {
                    throw new IOException("the store is away");
                });

        assertThatIOException()
                .isThrownBy(() -> opener.copy(0, 1, new ByteArrayOutputStream()))
                .withMessage("the store is away");
    }

    @Test
    void aStreamGivesTheBytesInAnyPieces() throws IOException {
        var out = new ByteArrayOutputStream();

        try (InputStream stream = sample.opener().stream()) {
            byte[] piece = new byte[10_007];
            for (int size = stream.read(piece); size >= 0; size = stream.read(piece)) {
                out.write(piece, 0, size);
                int one = stream.read();
                if (one >= 0) {
                    out.write(one);
                }
            }
            assertThat(stream.read(piece, 0, 0)).isZero();
        }

        assertThat(out.toByteArray()).isEqualTo(sample.plaintext());
    }

    @Test
    void aStreamThatWasRefusedStaysRefused() throws IOException {
        byte[] sealed = sample.sealed();
        sealed[56 + 2 * 16_400] ^= 1;

        try (InputStream stream = sample.holding(Sample.cut(sealed)).opener().stream()) {
            assertThat(stream.readNBytes(2 * CHUNK)).isEqualTo(Arrays.copyOf(sample.plaintext(), 2 * CHUNK));
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatExceptionOfType(IntegrityException.class).isThrownBy(stream::read);
            }
        }
    }

    @Test
    void aClosedStreamGivesNothing() throws IOException {
        InputStream stream = sample.opener().stream();
        assertThat(stream.read()).isGreaterThanOrEqualTo(0);

        stream.close();

        assertThatIOException().isThrownBy(stream::read);
    }

    private static Opener recording(Sample sample, List<String> reads) {
        return new Opener(
                sample.key(),
                sample.context(),
                sample.tally().length(),
                sample.tally().sealedLength(),
                (segment, offset, length) -> {
                    reads.add(segment + ": " + offset + " + " + length);
                    return sample.source().read(segment, offset, length);
                });
    }
}
