package muhafiz.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of transparency-dev/merkle (origin: SOURCES.md beside the files). */
class Rfc6962VectorsTest {
    private static final Path SHARED = Path.of("../../../shared/vectors/rfc6962");

    record Case(String name, JsonObject members) {
        @Override
        public String toString() {
            return name;
        }

        long number(String member) {
            return members.getJsonNumber(member).longValue();
        }

        /** Some vectors have the words "don't care" for a hash: any other hash will do, the same for the same words. */
        TreeHash hash(String member) {
            byte[] bytes = Base64.getDecoder().decode(members.getString(member));
            boolean placeholder = new String(bytes, StandardCharsets.US_ASCII).startsWith("don't care");
            return new TreeHash(placeholder ? Sha256.of(bytes) : bytes);
        }

        List<TreeHash> proof() {
            JsonArray hashes =
                    members.get("proof") == JsonValue.NULL ? JsonValue.EMPTY_JSON_ARRAY : members.getJsonArray("proof");
            return hashes.getValuesAs(JsonString.class).stream()
                    .map(hash -> new TreeHash(Base64.getDecoder().decode(hash.getString())))
                    .toList();
        }
    }

    static List<Case> inclusion() {
        return carried("inclusion.jsonl");
    }

    static List<Case> consistency() {
        return carried("consistency.jsonl");
    }

    private static List<Case> carried(String file) {
        try (InputStream in = Objects.requireNonNull(Rfc6962VectorsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Rfc6962VectorsTest::object)
                    .map(members -> new Case(members.getString("case"), members))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void anInclusionProofIsAcceptedOrRefusedAsTheVectorSays(Case vector) {
        assertThat(includes(vector)).isNotEqualTo(vector.members().getBoolean("wantErr"));
    }

    private static boolean includes(Case vector) {
        try {
            return new InclusionProof(vector.number("leafIdx"), vector.number("treeSize"), vector.proof())
                    .proves(vector.hash("leafHash"), vector.hash("root"));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void aConsistencyProofIsAcceptedOrRefusedAsTheVectorSays(Case vector) {
        assertThat(isConsistent(vector)).isNotEqualTo(vector.members().getBoolean("wantErr"));
    }

    private static boolean isConsistent(Case vector) {
        try {
            return new ConsistencyProof(vector.number("size1"), vector.number("size2"), vector.proof())
                    .proves(vector.hash("root1"), vector.hash("root2"));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void theVectorsCarriedHereAreAllThatArePublished() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "the published vectors are not beside this checkout");
        for (Case vector :
                Stream.concat(inclusion().stream(), consistency().stream()).toList()) {
            JsonObject published = object(Files.readString(SHARED.resolve(vector.name())));

            assertThat(Json.createObjectBuilder(vector.members()).remove("case").build())
                    .as(vector.name())
                    .isEqualTo(published);
        }
        try (var files = Files.walk(SHARED)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(inclusion().size() + consistency().size());
        }
    }
}
