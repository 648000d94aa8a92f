package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedLengthTest {
    private static final long SEGMENT = 64L * 16_400;

    /** c2sp.org/chunked-encryption: "Chunk k can be found at ciphertext offset 56 + k * (16384 + len(tag))." */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 63, 64, 65, 127, 128, 1000})
    void chunkKIsFoundAt56PlusKTimes16400(long chunk) {
        var length = SealedLength.ofPadded((chunk + 1) * 16_384);

        long segment = chunk / 64;
        long before = segment == 0 ? 0 : 56 + segment * SEGMENT;
        assertThat(before + length.offsetInSegment(chunk)).isEqualTo(56 + chunk * 16_400);
    }

    /** The same page, "Message chunking": 0, 1 KiB, 16 KiB, 20 KiB. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1024, 1", "16384, 2", "20480, 2"})
    void thereIsOneChunkingForEachLength(long plaintext, long chunks) {
        assertThat(SealedLength.ofPadded(plaintext).chunks()).isEqualTo(chunks);
        assertThat(SealedLength.ofPadded(plaintext).bytes()).isEqualTo(56 + plaintext + 16 * chunks);
        assertThat(SealedLength.ofPadded(plaintext).padded()).isEqualTo(plaintext);
    }

    /** The same page, "Implementation notes": not all message ciphertext lengths are valid. */
    @ParameterizedTest
    @ValueSource(
            longs = {Long.MIN_VALUE, -1, 0, 55, 56, 71, 56 + 16_400, 56 + 16_400 + 15, 56 + 7 * 16_400, Long.MAX_VALUE})
    void whatCannotBeTheLengthOfAMessageIsRefused(long bytes) {
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> new SealedLength(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "72, 1, 72",
        "1049655, 1, 1049655", // 64 chunks, the last one byte short of full
        "1049672, 2, 16", // 64 full chunks and the empty one
        "2099272, 3, 16"
    })
    void aMessageLiesInSegmentsOf64Chunks(long bytes, int segments, int last) {
        var length = new SealedLength(bytes);

        assertThat(length.segments()).isEqualTo(segments);
        assertThat(length.segmentLength(segments - 1)).isEqualTo(last);
        for (int segment = 0; segment < segments - 1; segment++) {
            assertThat(length.segmentLength(segment)).isEqualTo(segment == 0 ? 56 + 64 * 16_400 : 64 * 16_400);
        }
    }

    @Test
    void thereIsNoSegmentBeyondTheLast() {
        var length = new SealedLength(1_049_672);

        assertThatIllegalArgumentException().isThrownBy(() -> length.segmentLength(2));
        assertThatIllegalArgumentException().isThrownBy(() -> length.segmentLength(-1));
    }

    @Test
    void aPetabyteIsAMessage() {
        assertThat(SealedLength.ofPlaintext(1L << 50).segments()).isEqualTo((1 << 30) + 1);
    }
}
