package muhafiz.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLeafTest {
    private static final byte[] ANOTHER_KEY = Sample.filled(32, 0x12);

    @Test
    void theStoryOfThePackage() {
        var publicPart = Sample.publicPart();
        var inside = Sample.inside();
        byte[] logKey = Sample.LOG_KEY;
        byte[] salt = Sample.SALT;
        long n = 1;

        var leaf = LogLeaf.seal(publicPart, inside, logKey, salt, n);
        var found = LogLeaf.decode(leaf.encoded()).open(logKey);

        assertThat(found).contains(inside);
    }

    @Test
    void aLeafComesBackAsItWasWritten() {
        var leaf = Sample.leaf();

        var again = LogLeaf.decode(leaf.encoded());

        assertThat(again.encoded()).isEqualTo(leaf.encoded());
        assertThat(again.publicPart()).isEqualTo(Sample.publicPart());
        assertThat(again.subjectTag()).isEqualTo(LogLeaf.subjectTag(LogLeaf.tagKey(Sample.LOG_KEY), Sample.N));
        assertThat(again.commitment()).isEqualTo(Sample.inside().commitment());
        assertThat(again.open(Sample.LOG_KEY)).contains(Sample.inside());
    }

    @Test
    void theSameEntryHasTheSameBytes() {
        assertThat(Sample.leaf().encoded()).isEqualTo(Sample.leaf().encoded());
    }

    @Test
    void anEmptyEntryComesBackToo() {
        var nobody = new PublicPart(0, new byte[16], "", "", "", "", "", "");
        var nothing = Sample.insideOf(Map.of());

        var leaf = LogLeaf.seal(nobody, nothing, Sample.LOG_KEY, Sample.SALT, 1);

        assertThat(LogLeaf.decode(leaf.encoded()).publicPart()).isEqualTo(nobody);
        assertThat(LogLeaf.decode(leaf.encoded()).open(Sample.LOG_KEY)).contains(nothing);
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(Sample.leaf().open(ANOTHER_KEY)).isEmpty();
    }

    @Test
    void aCiphertextUnderAnotherPublicPartIsRefused() {
        byte[] granted = Sample.leaf().encoded();
        byte[] refused = LogLeaf.seal(Sample.publicPart("refused"), Sample.inside(), Sample.LOG_KEY, Sample.SALT, 1)
                .encoded();

        System.arraycopy(granted, granted.length - 272, refused, refused.length - 272, 272);

        assertThat(LogLeaf.decode(refused).open(Sample.LOG_KEY)).isEmpty();
    }

    @Test
    void everyChangedByteChangesTheLeafHashAndOpensNothing() {
        byte[] original = Sample.leaf().encoded();
        byte[] hash = Sample.leaf().leafHash();
        for (int at = 0; at < original.length; at++) {
            byte[] changed = original.clone();
            changed[at] ^= 0x01;

            assertThat(LogLeaf.leafHash(changed)).as("byte %d", at).isNotEqualTo(hash);
            assertThat(insideOf(changed)).as("byte %d", at).isEmpty();
        }
    }

    private static Optional<Inside> insideOf(byte[] leaf) {
        try {
            return LogLeaf.decode(leaf).open(Sample.LOG_KEY);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Test
    void theKeyOfTheTagsOpensNothing() {
        byte[] tagKey = LogLeaf.tagKey(Sample.LOG_KEY);

        assertThat(Sample.leaf().subjectTag()).isEqualTo(LogLeaf.subjectTag(tagKey, Sample.N));
        assertThat(Sample.leaf().open(tagKey)).isEmpty();
    }

    @Test
    void twoEntriesWithOneInsideShareNoBytesOfCiphertext() {
        byte[] one = Sample.leaf().encoded();
        byte[] two = LogLeaf.seal(
                        Sample.publicPart(), Sample.inside(), Sample.LOG_KEY, Sample.filled(32, 0x23), Sample.N)
                .encoded();

        assertThat(Arrays.copyOfRange(one, one.length - 272, one.length - 16))
                .isNotEqualTo(Arrays.copyOfRange(two, two.length - 272, two.length - 16));
    }

    @Test
    void theLengthTellsNothingBelowTwoHundredBytesOfDetails() {
        var little = LogLeaf.seal(Sample.publicPart(), Sample.insideOf(Map.of()), Sample.LOG_KEY, Sample.SALT, 1);

        assertThat(little.encoded()).hasSameSizeAs(Sample.leaf().encoded());
    }

    @Test
    void aHolderOfTheKeyWhoSealedSomethingElseThanCommittedIsFound() {
        byte[] forged = sealedUnderTheCommitmentOf(
                Sample.inside(), Sample.insideOf(Map.of()).padded());

        assertThatThrownBy(() -> LogLeaf.decode(forged).open(Sample.LOG_KEY))
                .isInstanceOf(BrokenEvidenceException.class)
                .hasMessageContaining("commits to");
    }

    @Test
    void aHolderOfTheKeyWhoHidBytesInThePaddingIsFound() {
        byte[] padded = Sample.inside().padded();
        padded[padded.length - 1] = 1;

        byte[] forged = sealedUnderTheCommitmentOf(Sample.inside(), padded);

        assertThatThrownBy(() -> LogLeaf.decode(forged).open(Sample.LOG_KEY))
                .isInstanceOf(BrokenEvidenceException.class)
                .hasMessageContaining("no known form");
    }

    private static byte[] sealedUnderTheCommitmentOf(Inside committed, byte[] padded) {
        byte[] leaf = LogLeaf.seal(Sample.publicPart(), committed, Sample.LOG_KEY, Sample.SALT, 1)
                .encoded();
        byte[] header = Arrays.copyOf(leaf, leaf.length - 272);
        byte[] ciphertext = new EntryCipher(Sample.LOG_KEY, Sample.SALT, committed.commitment(), header).seal(padded);
        return new LeafWriter().bytes(header).bytes(ciphertext).written();
    }

    @Test
    void theLargestEntryFitsAnEntryBundle() {
        String code = "x".repeat(128);
        var publicPart = new PublicPart(1, Sample.ACTOR, code, code, code, code, code, code);
        var inside = Sample.insideOf(
                Map.of("a", "x".repeat(8192), "b", "x".repeat(8192), "c", "x".repeat(8192), "d", "x".repeat(8100)));

        var leaf = LogLeaf.seal(publicPart, inside, Sample.LOG_KEY, Sample.SALT, Long.MAX_VALUE);

        assertThat(leaf.encoded()).hasSizeLessThan(LogLeaf.LONGEST).hasSizeGreaterThan(32_768);
        assertThat(LogLeaf.decode(leaf.encoded()).open(Sample.LOG_KEY)).contains(inside);
    }

    @Test
    void keysSaltsAndCountersOfTheWrongSizeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogLeaf.tagKey(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> LogLeaf.subjectTag(new byte[31], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogLeaf.subjectTag(Sample.LOG_KEY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.leaf().open(new byte[16]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLeaf.seal(Sample.publicPart(), Sample.inside(), Sample.LOG_KEY, new byte[33], 1));
    }
}
