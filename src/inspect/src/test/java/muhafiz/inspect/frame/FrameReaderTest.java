package muhafiz.inspect.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected bytes are written by hand after the package's own page. */
class FrameReaderTest {
    private static final EnumSet<Kind> ALL = EnumSet.allOf(Kind.class);

    @Test
    void aFrameIsOneByteOfKindFourOfLengthAndThePayload() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new FrameWriter(out).write(new Frame(Kind.BYTES, new byte[] {10, 20, 30}));

        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo("03" + "00000003" + "0a141e");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Optional<Frame> frame = reader("03" + "00000003" + "0a141e", 100).read();

        assertThat(frame).isPresent();
        assertThat(frame.orElseThrow().kind()).isEqualTo(Kind.BYTES);
        assertThat(frame.orElseThrow().payload()).containsExactly(10, 20, 30);
    }

    @Test
    void anEndBetweenFramesOrInsideOneIsTheEnd() throws IOException {
        for (String hex : new String[] {"", "03", "030000", "0300000003", "03000000030a"}) {
            assertThat(reader(hex, 100).read()).as(hex).isEmpty();
        }
    }

    @Test
    void aFrameLongerThanAllowedIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> reader("037fffffff", 1 << 20).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.isTooLong()).isTrue());
        assertThatThrownBy(() -> reader("03ffffffff", 1 << 20).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.isTooLong()).isTrue());
        assertThatThrownBy(() -> reader("0300000065", 100).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.isTooLong()).isTrue());
    }

    @Test
    void aKindThatIsNotExpectedHereIsRefused() {
        FrameReader answersOnly = new FrameReader(bytes("0300000000"), EnumSet.of(Kind.FOUND, Kind.REFUSED), 100);

        assertThatThrownBy(answersOnly::read)
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.isTooLong()).isFalse());
        assertThatThrownBy(() -> reader("7800000000", 100).read()).isInstanceOf(FrameException.class);
    }

    private static FrameReader reader(String hex, int longest) {
        return new FrameReader(bytes(hex), ALL, longest);
    }

    private static InputStream bytes(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex));
    }
}
