package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.CHUNK;
import static muhafiz.crypto.seal.Cobblestone.HEADER;
import static muhafiz.crypto.seal.Cobblestone.SEALED_CHUNK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Wycheproof.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All 35 cases of C2SP/wycheproof @ dac1dd4 on raw messages: any context, no padding, no segments. */
class WycheproofTest {
    static List<Case> cases() throws IOException {
        return Wycheproof.cases();
    }

    static List<Case> validCases() throws IOException {
        return cases().stream().filter(Case::valid).toList();
    }

    static List<Case> invalidCases() throws IOException {
        return cases().stream().filter(test -> !test.valid()).toList();
    }

    static List<Case> headerFailures() throws IOException {
        return cases().stream().filter(test -> test.is("HeaderFailure")).toList();
    }

    @Test
    void noneOfTheThirtyFiveCasesIsLost() throws IOException {
        assertThat(cases()).hasSize(35).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(validCases()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("validCases")
    void aValidMessageOpens(Case test) {
        var out = new ByteArrayOutputStream();

        open(test, out);

        assertThat(out.size()).isEqualTo(test.length());
        assertThat(sha512(out)).isEqualTo(test.sha512());
    }

    @ParameterizedTest
    @MethodSource("invalidCases")
    void anInvalidMessageIsRefusedAfterNoMoreThanItsGenuineChunks(Case test) {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> open(test, out))
                .isInstanceOf(test.is("InvalidKeySize") ? IllegalArgumentException.class : IntegrityException.class);

        assertThat(out.size()).isEqualTo(test.length());
        assertThat(out.size() == 0 || sha512(out).equals(test.sha512())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("headerFailures")
    void anInvalidHeaderIsRefusedBeforeAnyChunk(Case test) {
        assertThatThrownBy(() -> unlocked(test).close())
                .isInstanceOf(test.is("InvalidKeySize") ? IllegalArgumentException.class : IntegrityException.class);
    }

    @ParameterizedTest
    @MethodSource("invalidCases")
    void theLastChunkOfAnInvalidMessageOpensOnlyWhereItIsGenuine(Case test) {
        byte[] sealed = test.sealed();

        if (test.is("ValidFinalChunk")) {
            openLast(test, sealed);
        } else {
            assertThatThrownBy(() -> openLast(test, sealed))
                    .isInstanceOfAny(IntegrityException.class, IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("validCases")
    void sealingWithTheSameSaltGivesTheSameBytes(Case test) {
        var plaintext = new ByteArrayOutputStream();
        open(test, plaintext);
        byte[] sealed = test.sealed();
        var again = new ByteArrayOutputStream();

        try (var key = LeafKey.of(test.key());
                var message = Cobblestone.sealing(key, test.context(), Arrays.copyOf(sealed, Cobblestone.SALT))) {
            again.writeBytes(message.header());
            for (int from = 0; from <= plaintext.size(); from += CHUNK) {
                byte[] chunk =
                        Arrays.copyOfRange(plaintext.toByteArray(), from, Math.min(from + CHUNK, plaintext.size()));
                again.writeBytes(message.seal(from / CHUNK, chunk, chunk.length));
            }
        }

        assertThat(again.toByteArray()).isEqualTo(sealed);
    }

    /** As a streaming reader does: the length rule when the end is reached, not before. */
    private static void open(Case test, ByteArrayOutputStream out) {
        byte[] sealed = test.sealed();
        try (var message = unlocked(test)) {
            byte[] plaintext = new byte[CHUNK];
            int from = HEADER;
            for (long number = 0; sealed.length - from >= SEALED_CHUNK; number++, from += SEALED_CHUNK) {
                out.write(plaintext, 0, message.open(number, sealed, from, SEALED_CHUNK, plaintext));
            }
            long chunks = new SealedLength(sealed.length).chunks();
            out.write(plaintext, 0, message.open(chunks - 1, sealed, from, sealed.length - from, plaintext));
        }
    }

    private static void openLast(Case test, byte[] sealed) {
        long last = new SealedLength(sealed.length).chunks() - 1;
        int from = HEADER + (int) last * SEALED_CHUNK;
        try (var message = unlocked(test)) {
            message.open(last, sealed, from, sealed.length - from, new byte[CHUNK]);
        }
    }

    private static Cobblestone unlocked(Case test) {
        byte[] sealed = test.sealed();
        try (var key = LeafKey.of(test.key())) {
            return Cobblestone.opening(key, test.context(), Arrays.copyOf(sealed, Math.min(HEADER, sealed.length)));
        }
    }

    private static String sha512(ByteArrayOutputStream out) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(out.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
