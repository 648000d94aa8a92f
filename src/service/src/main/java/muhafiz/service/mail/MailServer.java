package muhafiz.service.mail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.service.config.SecretFile;

/**
 * A mail server as an operator names it.
 *
 * @param login empty where it asks for none
 */
record MailServer(String host, int port, Security security, Optional<Login> login) {
    private static final int MOST_PORT = 65_535;

    /** How the line is kept from others. */
    enum Security {
        /** From its first byte. */
        TLS,
        /** Begun in clear; nothing is said before it is encrypted. */
        STARTTLS,
        /** Not at all: only to this machine. */
        NONE;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param password read anew for each connection */
    record Login(String user, SecretFile password) {}

    /**
     * The server of {@code mail.smtp} or {@code mail.imap}; empty where no host is named.
     *
     * @throws IllegalArgumentException naming the key that cannot be meant
     */
    static Optional<MailServer> of(ArchiveProperties said, String prefix) {
        String host = said.text(prefix + ".host");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Security security = security(said.text(prefix + ".security"), prefix);
        if (security == Security.NONE && !isHere(host)) {
            throw new IllegalArgumentException(
                    prefix + ".security is none, which is allowed to this machine only, was " + host);
        }
        int port = said.count(prefix + ".port");
        if (port > MOST_PORT) {
            throw new IllegalArgumentException(prefix + ".port must be at most " + MOST_PORT + ", was " + port);
        }
        return Optional.of(new MailServer(host, port, security, login(said, prefix)));
    }

    private static Security security(String code, String prefix) {
        return Arrays.stream(Security.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(prefix + ".security must be one of "
                        + Arrays.stream(Security.values()).map(Security::code).collect(Collectors.joining(", "))
                        + ", was " + code));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static Optional<Login> login(ArchiveProperties said, String prefix) {
        String user = said.text(prefix + ".user");
        String file = said.text(prefix + ".password-file");
        if (user.isEmpty() != file.isEmpty()) {
            throw new IllegalArgumentException(prefix + " has user and password-file, or neither");
        }
        return user.isEmpty() ? Optional.empty() : Optional.of(new Login(user, new SecretFile(Path.of(file))));
    }
}
