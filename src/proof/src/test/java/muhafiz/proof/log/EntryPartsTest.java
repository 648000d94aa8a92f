package muhafiz.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntryPartsTest {
    @Test
    void aSentenceIsNoCodeAndIsNotRepeatedInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.publicPart("refused to Mr Example"))
                .withMessageStartingWith("outcome")
                .withMessageNotContaining("Example");
    }

    @Test
    void aCodeIsAtMost128CharactersLong() {
        assertThat(Sample.publicPart("x".repeat(128)).outcome()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.publicPart("x".repeat(129)));
    }

    @Test
    void timesAreFrom1970To9999() {
        assertThatIllegalArgumentException().isThrownBy(() -> publicPartAt(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> publicPartAt(253_402_300_800L));
        assertThat(publicPartAt(253_402_300_799L).epochSecond()).isEqualTo(253_402_300_799L);
    }

    private static PublicPart publicPartAt(long epochSecond) {
        return new PublicPart(epochSecond, Sample.ACTOR, "a", "a", "a", "a", "a", "a");
    }

    @Test
    void theActorIsSixteenBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicPart(0, new byte[15], "a", "a", "a", "a", "a", "a"));
    }

    @Test
    void changingTheArraysOutsideChangesNothingInside() {
        byte[] actor = Sample.ACTOR.clone();
        var part = new PublicPart(0, actor, "a", "a", "a", "a", "a", "a");

        actor[0]++;
        part.actor()[1]++;

        assertThat(part.actor()).isEqualTo(Sample.ACTOR);
    }

    @Test
    void aFurtherValueIsAtMost8192Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.insideOf(Map.of("query", "ə".repeat(4097))));
        assertThat(Sample.insideOf(Map.of("query", "ə".repeat(4096))).more()).hasSize(1);
    }

    @Test
    void thereAreAtMost64FurtherValues() {
        var many = new HashMap<String, String>();
        for (int i = 0; i < 65; i++) {
            many.put("k" + i, "");
        }

        assertThatIllegalArgumentException().isThrownBy(() -> Sample.insideOf(many));
    }

    @Test
    void furtherValuesThatDoNotFitTogetherAreRefusedBeforeSealing() {
        var tooMuch = Sample.insideOf(
                Map.of("a", "x".repeat(8192), "b", "x".repeat(8192), "c", "x".repeat(8192), "d", "x".repeat(8192)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLeaf.seal(Sample.publicPart(), tooMuch, Sample.LOG_KEY, Sample.SALT, 1))
                .withMessageContaining("32768");
    }

    @Test
    void keysAreKeptInOneOrderWhateverTheGivenOneWas() {
        var descending = new TreeMap<String, String>(Comparator.reverseOrder());
        descending.putAll(Map.of("a", "1", "b", "2"));

        assertThat(Sample.insideOf(descending).more().keySet()).containsExactly("a", "b");
    }

    @Test
    void brokenUnicodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.insideOf(Map.of("query", "\ud800")));
    }

    @Test
    void aPrintedInsideSaysNothing() {
        assertThat(Sample.inside()).hasToString("Inside[sealed]");
    }
}
