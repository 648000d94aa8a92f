package muhafiz.api.upload;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.regex.Pattern;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** What every request of tus says in its head: a parameter bean. Every reading may throw {@code malformed}. */
public class TusForm {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @HeaderParam(Tus.RESUMABLE)
    private @Nullable String version;

    @QueryParam("application")
    private @Nullable String application;

    /** The number of the application, which must be there. */
    String application() {
        if (application == null || application.isBlank()) {
            throw malformed("application is needed: the application's number");
        }
        return application;
    }

    /** @throws RefusedException {@code protocol-version} */
    void requireVersion() {
        if (!Tus.VERSION.equals(version)) {
            throw new RefusedException(
                    Refusal.PROTOCOL_VERSION, Tus.RESUMABLE + " must be " + Tus.VERSION + " in every request");
        }
    }

    static long number(String name, @Nullable String value) {
        if (value == null || !NUMBER.matcher(value).matches()) {
            throw malformed(name + " must be a number of bytes");
        }
        return Long.parseLong(value);
    }

    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw malformed("what stands in Base64 is not Base64");
        }
    }

    static RefusedException malformed(String detail) {
        return new RefusedException(Refusal.MALFORMED, detail);
    }
}
