package muhafiz.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises a write that a page of another site makes a browser send. */
final class CrossSite {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {}

    static boolean isWrite(HttpServletRequest http) {
        return !READS.contains(http.getMethod())
                && ("cross-site".equalsIgnoreCase(http.getHeader("Sec-Fetch-Site"))
                        || isForeign(
                                Optional.ofNullable(http.getHeader("Origin")), String.valueOf(http.getHeader("Host"))));
    }

    /**
     * @param origin the field {@code Origin} (RFC 6454 §7); {@code null} as its value is foreign
     * @param host the field {@code Host}; the scheme is not compared, since a proxy may have ended TLS before us
     */
    static boolean isForeign(Optional<String> origin, String host) {
        return origin.isPresent() && !authority(origin.get()).equals(Optional.of(host.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).map(text -> text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
