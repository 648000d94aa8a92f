package muhafiz.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Optional;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of RFC 9530: §2, and Appendix B.1 ({@code {"hello": "world"}} with a line feed). */
class ContentDigestTest {
    private static final String SECTION_2_SHA_256 = "d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=";
    private static final String SHA_512 =
            "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";
    private static final String APPENDIX_B_SHA_256 = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";

    private static Optional<byte[]> sha256(String field) {
        return ContentDigest.sha256(Optional.of(field));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void oneDigestIsRead() {
        assertThat(sha256("sha-256=:" + APPENDIX_B_SHA_256 + ":"))
                .hasValueSatisfying(digest -> assertThat(digest).isEqualTo(bytes(APPENDIX_B_SHA_256)));
    }

    @Test
    void otherAlgorithmsAreReadPast() {
        String field = "sha-256=:" + SECTION_2_SHA_256 + ":," + SHA_512;

        assertThat(sha256(field))
                .hasValueSatisfying(digest -> assertThat(digest).isEqualTo(bytes(SECTION_2_SHA_256)));
        assertThat(sha256(SHA_512)).isEmpty();
        assertThat(ContentDigest.sha256(Optional.empty())).isEmpty();
    }

    /** RFC 8941 §3.2: of a key that stands twice, the last counts; §3.1.2: parameters may follow a value. */
    @Test
    void theLastOfTwoCountsAndParametersAreReadPast() {
        String field = "sha-256=:" + SECTION_2_SHA_256 + ":;a=1;b , sha-256=:" + APPENDIX_B_SHA_256 + ":; q=\"x\"";

        assertThat(sha256(field))
                .hasValueSatisfying(digest -> assertThat(digest).isEqualTo(bytes(APPENDIX_B_SHA_256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=",
                "sha-256=" + APPENDIX_B_SHA_256,
                "SHA-256=:" + APPENDIX_B_SHA_256 + ":",
                "sha-256=:RK/0qy18:",
                "sha-256=:RK_0qy18MlBSVnWgjwz6lZEWjP_lF5HF9bvEF8FabDg=:",
                "sha-256=:" + APPENDIX_B_SHA_256 + ":,",
                "sha-256=:" + APPENDIX_B_SHA_256 + ": sha-512=:AA==:",
                "sha-256=\"44aff4\"",
            })
    void whatIsNotADictionaryOfDigestsIsRefused(String field) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sha256(field))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }
}
