package muhafiz.crypto.keys;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the roots lie in a PKCS#11 token.
 *
 * @param library the module of the token's maker: an absolute path of letters, digits and {@code . _ + - /}
 * @param slot the slot's number, as the maker's tool shows it; SunPKCS11 cannot choose a token by its label
 * @param archive the archive's name in the token: 1 to 64 characters of a-z, 0-9 and inner dashes
 */
public record Pkcs11Settings(Path library, long slot, String archive) {
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._+/-]+");

    public Pkcs11Settings {
        if (!PLAIN_PATH.matcher(library.toString()).matches()) {
            throw new IllegalArgumentException(
                    "a PKCS#11 library is an absolute path of letters, digits and . _ + - /");
        }
        if (slot < 0) {
            throw new IllegalArgumentException("a PKCS#11 slot is not negative, was " + slot);
        }
        new RootNames(archive);
    }

    RootNames names() {
        return new RootNames(archive);
    }
}
