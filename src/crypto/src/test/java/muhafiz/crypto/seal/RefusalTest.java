package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.HEADER;
import static muhafiz.crypto.seal.Cobblestone.SEALED_CHUNK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document of three segments (133 chunks and padding), tried at every chunk. */
class RefusalTest {
    private static final int LENGTH = 133 * 16_384 + 5;
    private static Sample genuine;

    @BeforeAll
    static void sealOne() throws IOException {
        genuine = Sample.sealed(LENGTH);
    }

    @Test
    void aChangedBitInAnyChunkIsRefusedAndOnlyWhatCameBeforeIsReleased() {
        byte[] sealed = genuine.sealed();

        for (int chunk = 0; chunk < chunks(); chunk++) {
            int start = HEADER + chunk * SEALED_CHUNK;
            int end = Math.min(sealed.length, start + SEALED_CHUNK);
            int inBody = start + chunk * 119 % Math.max(1, end - 16 - start);
            int inTag = end - 16 + chunk % 16;
            for (int at : new int[] {inBody, inTag}) {
                byte[] changed = sealed.clone();
                changed[at] ^= (byte) (1 << chunk % 8);
                refused(changed, Math.min(chunk * 16_384, LENGTH));
            }
        }
    }

    @Test
    void aChangedBitAnywhereInTheHeaderIsRefusedBeforeAnyByte() {
        for (int bit = 0; bit < HEADER * 8; bit++) {
            byte[] changed = genuine.sealed();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refused(changed, 0);
        }
    }

    @Test
    void aMessageCutAtAnyChunkIsRefused() {
        for (int chunk = 0; chunk < chunks(); chunk++) {
            byte[] cut = Arrays.copyOf(genuine.sealed(), HEADER + chunk * SEALED_CHUNK);
            refused(cut);
            refused(Arrays.copyOf(cut, cut.length + 16));
            refusedByItsLength(cut.length);
            refusedByItsLength(cut.length + 15);
        }
    }

    @Test
    void aMissingOrAnAddedByteAtTheEndIsRefused() {
        int length = genuine.sealed().length;

        refused(Arrays.copyOf(genuine.sealed(), length - 1));
        refusedByItsLength(length - 1);
        refusedByItsLength(length + 1);
        refusedByItsLength(length + 16);
        refusedByItsLength(length + SEALED_CHUNK);
    }

    @Test
    void anyTwoNeighbouringChunksSwappedAreRefused() {
        for (int chunk = 0; chunk + 2 < chunks(); chunk++) {
            byte[] swapped = genuine.sealed();
            int first = HEADER + chunk * SEALED_CHUNK;
            System.arraycopy(genuine.sealed(), first, swapped, first + SEALED_CHUNK, SEALED_CHUNK);
            System.arraycopy(genuine.sealed(), first + SEALED_CHUNK, swapped, first, SEALED_CHUNK);
            refused(swapped, Math.min(chunk * 16_384, LENGTH));
        }
    }

    @Test
    void anyChunkRepeatedInPlaceOfTheNextIsRefused() {
        for (int chunk = 0; chunk + 2 < chunks(); chunk++) {
            byte[] repeated = genuine.sealed();
            int first = HEADER + chunk * SEALED_CHUNK;
            System.arraycopy(repeated, first, repeated, first + SEALED_CHUNK, SEALED_CHUNK);
            refused(repeated, Math.min((chunk + 1) * 16_384, LENGTH));
        }
    }

    @Test
    void swappedSegmentsAreRefused() throws IOException {
        Sample longer = Sample.sealed(5 << 20);
        List<byte[]> swapped = new ArrayList<>(longer.segments());
        Collections.swap(swapped, 1, 2);

        refused(longer.holding(swapped), SealedLength.SEGMENT_CHUNKS * 16_384);
    }

    @Test
    void aSegmentOfAnotherMessageUnderTheSameKeyAndContextIsRefused() throws IOException {
        Sample other = Sample.sealed(genuine.key(), genuine.context(), LENGTH);

        for (int segment = 0; segment < genuine.segments().size(); segment++) {
            List<byte[]> mixed = new ArrayList<>(genuine.segments());
            mixed.set(segment, other.segments().get(segment));
            refused(genuine.holding(mixed), Math.max(1, segment) * SealedLength.SEGMENT_CHUNKS * 16_384);
        }
    }

    static Stream<SealContext> otherContexts() {
        UUID other = new UUID(7, 8);
        SealContext own = Sample.context("original");
        return Stream.of(
                new SealContext(other, own.owner(), own.version(), own.part()),
                new SealContext(own.archive(), other, own.version(), own.part()),
                new SealContext(own.archive(), own.owner(), other, own.part()),
                new SealContext(own.archive(), own.owner(), own.version(), "text"));
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void anotherContextIsRefusedBeforeAnyByteFromAnyChunk(SealContext other) {
        var moved = new Sample(genuine.key(), other, genuine.plaintext(), genuine.segments(), genuine.tally());

        refusedFromEveryChunk(moved);
    }

    @Test
    void anotherKeyIsRefusedBeforeAnyByteFromAnyChunk() {
        var locked = new Sample(
                LeafKey.fresh(), genuine.context(), genuine.plaintext(), genuine.segments(), genuine.tally());

        refusedFromEveryChunk(locked);
    }

    @Test
    void aLengthThatIsNotTheMessagesIsRefused() {
        long sealedLength = genuine.tally().sealedLength();
        long shorter = Padme.length(LENGTH) - (1 << 20);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(
                        () -> new Opener(genuine.key(), genuine.context(), shorter, sealedLength, genuine.source()));
    }

    /** The true length is sealed apart; should it be wrong within the same padding, the bytes after it tell. */
    @Test
    void bytesAfterTheTrueLengthAreRefusedByVerify() {
        var opener = new Opener(
                genuine.key(), genuine.context(), LENGTH - 1, genuine.tally().sealedLength(), genuine.source());

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(opener::verify)
                .withMessageContaining("bytes after its true length");
    }

    private static int chunks() {
        return (int) new SealedLength(genuine.tally().sealedLength()).chunks();
    }

    private static void refusedFromEveryChunk(Sample sample) {
        for (int chunk = 0; chunk * 16_384 < LENGTH; chunk++) {
            int from = chunk * 16_384;
            var out = new ByteArrayOutputStream();
            assertThatExceptionOfType(IntegrityException.class)
                    .isThrownBy(() -> sample.opener().copy(from, LENGTH, out));
            assertThat(out.size()).isZero();
        }
    }

    private static void refusedByItsLength(long sealedLength) {
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> new Opener(genuine.key(), genuine.context(), LENGTH, sealedLength, genuine.source()));
    }

    private static void refused(byte[] sealed) {
        releasedBeforeRefusal(genuine.holding(Sample.cut(sealed)));
    }

    private static void refused(byte[] sealed, int released) {
        refused(genuine.holding(Sample.cut(sealed)), released);
    }

    private static void refused(Sample changed, int released) {
        assertThat(releasedBeforeRefusal(changed)).isEqualTo(released);
    }

    /** How many bytes came out, all of them genuine, before copying was refused; verifying is refused as well. */
    private static int releasedBeforeRefusal(Sample changed) {
        var out = new ByteArrayOutputStream();
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> changed.opener().copy(0, changed.plaintext().length, out));
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(changed.plaintext(), out.size()));
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> changed.opener().verify());
        return out.size();
    }
}
