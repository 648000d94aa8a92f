package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;

class CiphertextTest {
    private static List<Ciphertext> segments() throws IOException {
        List<Ciphertext> segments = new ArrayList<>();
        Sealer.seal(
                LeafKey.fresh(),
                Sample.context("original"),
                new ByteArrayInputStream(Sample.bytes(3 << 20)),
                (index, segment) -> segments.add(segment));
        return segments;
    }

    @Test
    void eachSegmentKnowsItsLengthAndHashes() throws IOException, NoSuchAlgorithmException {
        for (Ciphertext segment : segments()) {
            byte[] bytes = segment.stream().readAllBytes();

            assertThat(segment.length()).isEqualTo(bytes.length);
            assertThat(segment.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(segment.md5()).isEqualTo(MessageDigest.getInstance("MD5").digest(bytes));
        }
    }

    @Test
    void aSegmentCanBeReadAgain() throws IOException {
        Ciphertext segment = segments().get(0);
        var out = new ByteArrayOutputStream();

        segment.writeTo(out);

        assertThat(segment.stream().readAllBytes()).isEqualTo(out.toByteArray());
        assertThat(segment.stream().readAllBytes()).isEqualTo(out.toByteArray());
    }

    @Test
    void nobodyOutsideCryptoCanMakeOne() {
        assertThat(Modifier.isFinal(Ciphertext.class.getModifiers())).isTrue();
        assertThat(Ciphertext.class.getConstructors()).isEmpty();
        assertThat(Ciphertext.class.getDeclaredConstructors())
                .noneMatch(constructor -> Modifier.isProtected(constructor.getModifiers()));
    }

    @Test
    void aCiphertextSaysNothingButItsLength() throws IOException {
        assertThat(segments().get(0)).hasToString("Ciphertext[1049656 bytes]");
    }
}
