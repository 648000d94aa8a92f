package muhafiz.inspect.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.page.PlacedWord;
import org.junit.jupiter.api.Test;

/** A page that is wanted, and what was made of it, on the wire. */
class DrawTest {
    @Test
    void wishesArriveAsTheyWereSent() throws FrameException {
        Draw draw = new Draw(new PageWish(3, 1_200), 17);
        Locate locate = new Locate(4, 18);

        assertThat(Draw.decode(draw.frame().payload())).isEqualTo(draw);
        assertThat(Locate.decode(locate.frame().payload())).isEqualTo(locate);
    }

    @Test
    void aWishThatIsCutIsRefused() {
        byte[] draw = new Draw(new PageWish(1, 240), 1).frame().payload();
        byte[] locate = new Locate(1, 1).frame().payload();

        for (int length = 0; length < draw.length; length++) {
            byte[] cut = Arrays.copyOf(draw, length);
            assertThatThrownBy(() -> Draw.decode(cut)).isInstanceOf(FrameException.class);
        }
        for (int length = 0; length < locate.length; length++) {
            byte[] cut = Arrays.copyOf(locate, length);
            assertThatThrownBy(() -> Locate.decode(cut)).isInstanceOf(FrameException.class);
        }
    }

    @Test
    void aWishOutsideItsBoundsIsNone() {
        assertThatThrownBy(() -> new PageWish(0, 240)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageWish(1, 15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageWish(1, PageWish.LONGEST_EDGE + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Locate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestPageArrivesAsItWasSent() throws FrameException {
        int edge = PageWish.LONGEST_EDGE;
        byte[] rgb = new byte[edge * edge * 3];
        Arrays.fill(rgb, (byte) 7);

        Answer.Drawn page = (Answer.Drawn) Answer.decode(new Answer.Drawn(2, edge, edge, rgb).frame());

        assertThat(page.pages()).isEqualTo(2);
        assertThat(page.rgb()).isEqualTo(rgb);
    }

    @Test
    void moreBytesThanAPageHasPixelsForAreRefused() {
        Frame frame = new Answer.Drawn(1, 2, 2, new byte[13]).frame();

        assertThatThrownBy(() -> Answer.decode(frame)).isInstanceOf(FrameException.class);
    }

    @Test
    void asManyWordsAsThereMayBeArriveAsTheyWereSent() throws FrameException {
        List<PlacedWord> most = Collections.nCopies(
                Answer.Located.MOST, new PlacedWord("Qonşuyev".repeat(12), 0.25, 0.5, 0.125, 0.0625));

        Answer.Located located = (Answer.Located) Answer.decode(new Answer.Located(9, most).frame());

        assertThat(located.pages()).isEqualTo(9);
        assertThat(located.words()).isEqualTo(most);
    }

    @Test
    void aWordThatNobodyCanSeeIsRefused() {
        Stream.of("", "a\u0000b", "escape \u001b[2J", "half \ud83d", "w".repeat(PlacedWord.LONGEST + 1))
                .forEach(text -> assertThatThrownBy(() -> new PlacedWord(text, 0, 0, 1, 1))
                        .isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> new PlacedWord("a", 0.5, 0, 0.6, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlacedWord("a", 0, Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlacedWord("a", 0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOnAPageIsNotToldWhereItIsPrinted() {
        PlacedWord word = new PlacedWord("secret", 0, 0, 1, 1);

        assertThat(word.toString() + new Answer.Located(1, List.of(word))).doesNotContain("secret");
    }
}
