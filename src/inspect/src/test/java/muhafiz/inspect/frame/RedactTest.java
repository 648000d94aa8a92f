package muhafiz.inspect.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;
import org.junit.jupiter.api.Test;

/** What is to go, and what was made, on the wire. */
class RedactTest {
    @Test
    void aWishArrivesAsItWasSent() throws FrameException {
        Redact wish = new Redact(new Marks(List.of(new Mark(3, 0.1, 0.25, 0.5, 0.75)), List.of("Qonşuyev")), 17);

        assertThat(Redact.decode(wish.frame().payload())).isEqualTo(wish);
    }

    @Test
    void theLargestWishFitsItsFrame() throws FrameException {
        Marks most = new Marks(
                Collections.nCopies(Marks.MOST_AREAS, new Mark(1, 0, 0, 1, 1)),
                Collections.nCopies(Marks.MOST_WORDS, "ə".repeat(Marks.LONGEST_WORD)));

        assertThat(Redact.decode(new Redact(most, 1).frame().payload()).marks()).isEqualTo(most);
    }

    @Test
    void aWishThatIsCutIsRefused() {
        byte[] whole =
                new Redact(new Marks(List.of(), List.of("word")), 1).frame().payload();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Redact.decode(cut)).isInstanceOf(FrameException.class);
        }
    }

    @Test
    void whatLiesOutsideThePageIsNoMark() {
        assertThatThrownBy(() -> new Mark(0, 0, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mark(1, -0.1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mark(1, 0.5, 0, 0.6, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mark(1, 0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mark(1, Double.NaN, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingToTakeOffIsNoWish() {
        assertThatThrownBy(() -> new Marks(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks(List.of(), List.of("-a-"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasMadeArrivesAsItWasSent() throws FrameException {
        byte[] pdf = {1, 2, 3};

        Answer.Redacted made = (Answer.Redacted) Answer.decode(new Answer.Redacted(pdf, 2, 1).frame());

        assertThat(made.pdf()).isEqualTo(pdf);
        assertThat(made.pages()).isEqualTo(2);
        assertThat(made.words()).isEqualTo(1);
    }
}
