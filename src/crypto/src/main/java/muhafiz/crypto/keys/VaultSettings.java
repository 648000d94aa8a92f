package muhafiz.crypto.keys;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the roots lie in a Vault. The token is no setting: it changes while the archive runs.
 *
 * @param address of the server, {@code https://host:port}; plain http only to the loopback address
 * @param mount of the Transit engine, commonly {@code transit}
 * @param namespace of Vault Enterprise or OpenBao, if any
 * @param archive the archive's name among others on this mount: 1 to 64 characters of a-z, 0-9 and inner dashes
 * @param patience how long one answer may take; a call asks up to five questions, each of them twice at most
 */
public record VaultSettings(URI address, String mount, Optional<String> namespace, String archive, Duration patience) {
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public VaultSettings {
        checkAddress(address);
        if (!PLAIN_PATH.matcher(mount).matches()) {
            throw new IllegalArgumentException("a mount is words of letters, digits, _ and -, was " + mount);
        }
        if (namespace.filter(name -> !PLAIN_PATH.matcher(name).matches()).isPresent()) {
            throw new IllegalArgumentException("a namespace is words of letters, digits, _ and -");
        }
        if (patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("patience must be positive, was " + patience);
        }
        new RootNames(archive);
    }

    RootNames names() {
        return new RootNames(archive);
    }

    private static void checkAddress(URI address) {
        String host = String.valueOf(address.getHost());
        String scheme = String.valueOf(address.getScheme());
        boolean isLoopback = LOOPBACK.matcher(host).matches();
        if (address.getHost() == null || !(scheme.equals("https") || (scheme.equals("http") && isLoopback))) {
            throw new IllegalArgumentException(
                    "a Vault is asked by https, by http on the loopback address only, not at " + scheme + "://" + host);
        }
        if (address.getUserInfo() != null
                || address.getQuery() != null
                || !address.getPath().matches("/?")) {
            throw new IllegalArgumentException("a Vault's address is scheme, host and port only");
        }
    }
}
