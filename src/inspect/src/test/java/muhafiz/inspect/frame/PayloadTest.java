package muhafiz.inspect.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected bytes are written by hand after the package's own page; UTF-8 rules are those of RFC 3629. */
class PayloadTest {
    /** Format 1, no readers, one term {@code a}={@code b}, no raw keys. */
    private static final String FOUND = "01" + "00000000" + "00000001" + "0000000161" + "0000000162" + "00000000";

    @Test
    void aQuestionIsFormatMediaTypeAndLength() throws FrameException {
        Question question = new Question("text/plain", 258);

        assertThat(HexFormat.of().formatHex(question.encoded()))
                .isEqualTo("01" + "0000000a" + "746578742f706c61696e" + "0000000000000102");
        assertThat(Question.decode(question.encoded())).isEqualTo(question);
    }

    @Test
    void aQuestionWithoutAMediaTypeIsRefused() {
        assertThatThrownBy(() -> new Question("Text/Plain; x", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Question("text/plain", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Question.decode(bytes("01" + "00000000" + "0000000000000001")))
                .isInstanceOf(FrameException.class);
    }

    @Test
    void answersSurviveTheWay() throws FrameException {
        Answer found = new Answer.Found(Map.of("dc:title", "Ərizə"), Map.of("k", List.of("v", "")), "Tika");
        Answer refused = new Answer.Refused("encrypted");

        assertThat(Answer.decode(found.frame())).isEqualTo(found);
        assertThat(Answer.decode(refused.frame())).isEqualTo(refused);
    }

    @Test
    void anAnswerSpelledByHandIsUnderstood() throws FrameException {
        assertThat(found(FOUND)).isEqualTo(new Answer.Found(Map.of("a", "b"), Map.of(), ""));
    }

    @Test
    void bytesLeftOverAreRefused() {
        assertThatThrownBy(() -> found(FOUND + "00")).isInstanceOf(FrameException.class);
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> found("02" + FOUND.substring(2))).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> found("")).isInstanceOf(FrameException.class);
    }

    @Test
    void aCountLargerThanAnythingThatCouldFollowIsRefused() {
        assertThatThrownBy(() -> found("01" + "00000000" + "7fffffff")).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> found("01" + "00000000" + "ffffffff")).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> found("01" + "7fffffff")).isInstanceOf(FrameException.class);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        String pair = "0000000161" + "0000000162";

        assertThatThrownBy(() -> found("01" + "00000000" + "00000002" + pair + pair + "00000000"))
                .isInstanceOf(FrameException.class);
    }

    @Test
    void whatIsNotStrictUtf8IsRefused() {
        // Overlong slash, half of a pair, a byte that begins nothing, a sequence cut short, beyond U+10FFFF.
        for (String broken : List.of("c0af", "eda080", "ff", "e282", "f4908080")) {
            String length = String.format("%08x", broken.length() / 2);
            assertThatThrownBy(() -> found("01" + length + broken + "00000000" + "00000000"))
                    .as(broken)
                    .isInstanceOf(FrameException.class);
        }
    }

    @Test
    void wallsSurviveTheWay() throws FrameException {
        Walls walls = new Walls(65_534, 0, true, 0, 2);

        assertThat(Walls.decode(walls.frame().payload())).isEqualTo(walls);
        assertThatThrownBy(() -> Walls.decode(bytes("01" + "00"))).isInstanceOf(FrameException.class);
    }

    @Test
    void noBytesAtAllMakeDecodingFailOtherwiseThanByRefusal() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        byte[] honest = new Answer.Found(Map.of("a", "b"), Map.of("k", List.of("v")), "r")
                .frame()
                .payload();
        for (int round = 0; round < 20_000; round++) {
            byte[] bent = Arrays.copyOf(honest, random.nextInt(honest.length + 4));
            for (int changes = random.nextInt(4); changes > 0 && bent.length > 0; changes--) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }

            assertThat(isAnswerOrRefusal(bent))
                    .as("seed %d round %d", seed, round)
                    .isTrue();
        }
    }

    private static boolean isAnswerOrRefusal(byte[] payload) {
        try {
            return Answer.decode(new Frame(Kind.FOUND, payload)) instanceof Answer.Found;
        } catch (FrameException e) {
            return true;
        }
    }

    private static Answer found(String hex) throws FrameException {
        return Answer.decode(new Frame(Kind.FOUND, bytes(hex)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
