package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the PIN in hand and the token before us, a root still does not come out. */
class Pkcs11RootsStayInsideTest {
    private static final String ARCHIVE = "inside";
    private static final byte[] SECRET = LeafKeyTest.COUNTING;

    private RootKeys roots;
    private Pkcs11Token token;

    @BeforeAll
    static void skipAloudWithoutAToken() {
        SoftHsm.missing().ifPresent(why -> System.err.println("SKIPPED Pkcs11RootsStayInsideTest: " + why));
        assumeTrue(SoftHsm.missing().isEmpty(), () -> SoftHsm.missing().orElseThrow());
    }

    @BeforeEach
    void makeARoot() {
        roots = Pkcs11RootKeys.open(settings(), SoftHsm.PIN.toCharArray());
        token = new Pkcs11Token(settings(), SoftHsm.PIN.toCharArray());
        roots.create("root-1");
    }

    @AfterEach
    void destroyIt() {
        roots.destroy("root-1");
        token.close();
        roots.close();
    }

    @Test
    void theTokenDoesNotReadItOut() {
        Key root = root();

        assertThat(root.getEncoded()).isNull();
        assertThat(root.getFormat()).isNull();
        assertThat(root.toString()).contains("token object", "sensitive", "unextractable");
    }

    @Test
    void theTokenDoesNotWrapItUnderAnotherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair thief = generator.generateKeyPair();
        Key root = root();

        Throwable thrown = catchThrowable(() -> token.use(objects -> {
            Cipher wrapping = Cipher.getInstance("RSA/ECB/PKCS1Padding", objects.getProvider());
            wrapping.init(Cipher.WRAP_MODE, thief.getPublic());
            return wrapping.wrap(root);
        }));

        assertThat(thrown).hasStackTraceContaining("CKR_KEY_UNEXTRACTABLE");
    }

    /** Asked of SoftHSM's own tool, which names the attributes of an object's file. */
    @Test
    void itsAttributesSaySoToo() throws IOException, InterruptedException {
        List<String> dumps = dumps();

        assertThat(dumps).isNotEmpty().allSatisfy(dump -> {
            assertThat(valueOf(dump, "CKA_TOKEN")).isEqualTo("TRUE");
            assertThat(valueOf(dump, "CKA_SENSITIVE")).isEqualTo("TRUE");
            assertThat(valueOf(dump, "CKA_ALWAYS_SENSITIVE")).isEqualTo("TRUE");
            assertThat(valueOf(dump, "CKA_EXTRACTABLE")).isEqualTo("FALSE");
            assertThat(valueOf(dump, "CKA_NEVER_EXTRACTABLE")).isEqualTo("TRUE");
            assertThat(valueOf(dump, "CKA_LOCAL")).isEqualTo("TRUE");
        });
    }

    @Test
    void aRootThatOthersMadeReadableIsRefused() throws GeneralSecurityException, IOException {
        Provider careless = Security.getProvider("SunPKCS11")
                .configure("--name=careless\nlibrary=" + settings().library() + "\nslot="
                        + settings().slot() + "\nattributes(generate, CKO_SECRET_KEY, CKK_AES) = {\nCKA_TOKEN = true\n"
                        + "CKA_SENSITIVE = false\nCKA_EXTRACTABLE = true\nCKA_LABEL = 0h"
                        + HexFormat.of().formatHex("muhafiz-inside.root-2.0".getBytes()) + "\n}");
        KeyStore.getInstance("PKCS11", careless).load(null, SoftHsm.PIN.toCharArray());
        KeyGenerator generator = KeyGenerator.getInstance("AES", careless);
        generator.init(256);
        generator.generateKey();

        assertThat(roots.alive()).contains("root-2");
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> roots.wrap("root-2", SECRET, SECRET))
                .withMessageContaining("can be read out of its token");
        roots.destroy("root-2");
    }

    private Key root() {
        return token.use(objects -> {
            String label = Collections.list(objects.aliases()).stream()
                    .filter(name -> name.startsWith("muhafiz-inside.root-1."))
                    .findFirst()
                    .orElseThrow();
            return objects.getKey(label, null);
        });
    }

    private static List<String> dumps() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(SoftHsm.tokens())) {
            List<Path> objects = files.filter(
                            file -> file.toString().endsWith(".object") && !file.endsWith("token.object"))
                    .toList();
            List<String> dumps = new ArrayList<>();
            for (Path object : objects) {
                dumps.add(SoftHsm.said(List.of("softhsm2-dump-file", object.toString())));
            }
            return dumps;
        }
    }

    private static String valueOf(String dump, String attribute) {
        Matcher found = Pattern.compile(attribute + "\\n.*boolean attribute\\n\\w+ +(\\w+)")
                .matcher(dump);
        assertThat(found.find()).as(attribute + " in\n" + dump).isTrue();
        return found.group(1);
    }

    private static Pkcs11Settings settings() {
        return SoftHsm.token().settings(ARCHIVE);
    }
}
