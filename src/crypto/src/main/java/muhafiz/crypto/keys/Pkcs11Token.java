package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.security.auth.login.LoginException;
import muhafiz.crypto.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * One token, spoken to through an instance of SunPKCS11 that nobody registers. Each use finds its objects anew, so that no
 * handle outlives it. After a failure the next use begins with a new instance; after a refused PIN there is no next
 * one, since tokens lock themselves.
 */
final class Pkcs11Token implements AutoCloseable {
    /** A token knows the process, not the caller: who logs in or out does it for all, so one use at a time. */
    private static final Object TOKENS = new Object();

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("CKR_[A-Z_]+");

    private final Pkcs11Settings settings;
    private final char[] pin;
    private AuthProvider provider;
    private boolean stale;
    private boolean refused;
    private boolean closed;

    /** What is done with the token's objects while nobody else is at it. */
    interface Use<T> {
        T of(KeyStore objects) throws GeneralSecurityException, IOException;
    }

    /**
     * @param pin copied, so the caller wipes its own
     * @throws IllegalStateException when there is no such library
     * @throws UnavailableException when the slot does not answer
     */
    Pkcs11Token(Pkcs11Settings settings, char[] pin) {
        this.settings = settings;
        this.pin = pin.clone();
        if (!Files.isReadable(settings.library())) {
            throw new IllegalStateException("there is no readable PKCS#11 library at " + settings.library());
        }
        synchronized (TOKENS) {
            this.provider = provider("");
        }
    }

    /**
     * @throws IllegalStateException when the token refuses the PIN, or is closed
     * @throws UnavailableException when the token is away or fails
     */
    <T> T use(Use<T> use) {
        synchronized (TOKENS) {
            checkUsable();
            try {
                if (stale) {
                    provider = provider("");
                    stale = false;
                }
                return use.of(objects(provider));
            } catch (GeneralSecurityException | IOException | ProviderException e) {
                throw failed(e);
            }
        }
    }

    /**
     * Makes an AES-256 key as an object of the token, where it stays: sensitive, not extractable, for nothing but
     * encryption. Its label and id can be given only through the configuration, hence an instance of its own.
     */
    void generate(String label, String id) {
        synchronized (TOKENS) {
            checkUsable();
            try {
                AuthProvider maker = provider(template(label, id));
                objects(maker);
                KeyGenerator generator = KeyGenerator.getInstance("AES", maker);
                generator.init(256);
                generator.generateKey();
            } catch (GeneralSecurityException | IOException | ProviderException e) {
                throw failed(e);
            }
        }
    }

    /** Logs this process out of the token and wipes the PIN. */
    @Override
    public void close() {
        synchronized (TOKENS) {
            if (closed) {
                return;
            }
            closed = true;
            Arrays.fill(pin, '\0');
            try {
                provider.logout();
            } catch (LoginException | ProviderException e) {
                throw failed(e);
            }
        }
    }

    private void checkUsable() {
        if (closed) {
            throw new IllegalStateException("the root keys are closed");
        }
        if (refused) {
            throw pinRefused("not asked again", null);
        }
    }

    private KeyStore objects(AuthProvider from) throws GeneralSecurityException, IOException {
        KeyStore objects = KeyStore.getInstance("PKCS11", from);
        objects.load(null, pin);
        return objects;
    }

    private AuthProvider provider(String more) {
        String configuration = Stream.of(
                        "--name=muhafiz-roots", "library=" + settings.library(), "slot=" + settings.slot(), more)
                .collect(Collectors.joining("\n"));
        try {
            var sun = Objects.requireNonNull(Security.getProvider("SunPKCS11"), "this Java has no SunPKCS11");
            return (AuthProvider) sun.configure(configuration);
        } catch (ProviderException e) {
            throw failed(e);
        }
    }

    private static String template(String label, String id) {
        return String.join(
                "\n",
                "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {",
                "CKA_TOKEN = true",
                "CKA_PRIVATE = true",
                "CKA_SENSITIVE = true",
                "CKA_EXTRACTABLE = false",
                "CKA_ENCRYPT = true",
                "CKA_DECRYPT = true",
                "CKA_WRAP = false",
                "CKA_UNWRAP = false",
                "CKA_LABEL = " + bytes(label),
                "CKA_ID = " + bytes(id),
                "}");
    }

    private static String bytes(String text) {
        return "0h" + HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }

    /** What befell the token as one of the house's errors; the causes hold codes and labels, never the PIN. */
    private RuntimeException failed(Exception e) {
        String code = codeOf(e);
        if (code.startsWith("CKR_PIN_")) {
            refused = true;
            return pinRefused(code, e);
        }
        stale = true;
        return new UnavailableException("the token in " + place() + " does not answer: " + code, RETRY, e);
    }

    private IllegalStateException pinRefused(String code, @Nullable Exception e) {
        return new IllegalStateException("the token in " + place() + " refused its PIN: " + code, e);
    }

    private String place() {
        return "slot " + settings.slot() + " of " + settings.library();
    }

    /** The return code of PKCS#11, or else the innermost message: the wrapper's exceptions belong to the JDK alone. */
    private static String codeOf(Throwable e) {
        String said = String.valueOf(e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said = String.valueOf(cause.getMessage());
            Matcher code = CODE.matcher(said);
            if (code.find()) {
                return code.group();
            }
        }
        return said;
    }
}
