package muhafiz.service.config;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operator's keys with their defaults; a key that is not listed here is refused, so that a slip of the pen is found. */
public final class ArchiveProperties {
    /** Every key and its default, as {@code config/archive.properties} shows them; the stand reads server.heap and database.pool.most. */
    public static final Map<String, String> DEFAULTS = withHolders(Map.ofEntries(
            Map.entry("access.hours", "08:00-20:00"),
            Map.entry("access.unusual-times", "3"),
            Map.entry("access.unusual-least", "50"),
            Map.entry("bodies.open", "200"),
            Map.entry("bodies.slow-bytes-per-second", "512"),
            Map.entry("bodies.slow-after", "PT30S"),
            Map.entry("codes.argon2-at-once", "4"),
            Map.entry("logins.failures-per-minute", "10"),
            Map.entry("database.pool.most", "32"),
            Map.entry("evidence.at", "00:05"),
            Map.entry("evidence.hash", "SHA-256"),
            Map.entry("evidence.renew-before", "P90D"),
            Map.entry("evidence.tsa.anchors", ""),
            Map.entry("evidence.tsa.patience", "PT20S"),
            Map.entry("evidence.tsa.policy", ""),
            Map.entry("evidence.tsa.url", ""),
            Map.entry("fixity.bytes-per-second", "4194304"),
            Map.entry("fixity.every", "PT1M"),
            Map.entry("fixity.period", "P90D"),
            Map.entry("imports.folder", ""),
            Map.entry("imports.gibibytes", "16"),
            Map.entry("keys.horizon", "7"),
            Map.entry("keys.rotate-at", "22:30"),
            Map.entry("log.batch", "PT0.1S"),
            Map.entry("log.lease", "PT10S"),
            Map.entry("log.origin", "muhafiz.local/log"),
            Map.entry("log.publish", "PT0.2S"),
            Map.entry("log.receipt-wait", "PT5S"),
            Map.entry("log.witness.url", ""),
            Map.entry("log.witness.vkey", ""),
            Map.entry("log.witness.patience", "PT2S"),
            Map.entry("malware.away", "PT24H"),
            Map.entry("malware.clamd", ""),
            Map.entry("malware.patience", "PT60S"),
            Map.entry("mail.every", "PT1M"),
            Map.entry("mail.from", ""),
            Map.entry("mail.imap.aside", "Aside"),
            Map.entry("mail.imap.host", ""),
            Map.entry("mail.imap.inbox", "INBOX"),
            Map.entry("mail.imap.kind", "application"),
            Map.entry("mail.imap.password-file", ""),
            Map.entry("mail.imap.port", "993"),
            Map.entry("mail.imap.security", "tls"),
            Map.entry("mail.imap.user", ""),
            Map.entry("mail.patience", "PT20S"),
            Map.entry("mail.smtp.host", ""),
            Map.entry("mail.smtp.password-file", ""),
            Map.entry("mail.smtp.port", "587"),
            Map.entry("mail.smtp.security", "starttls"),
            Map.entry("mail.smtp.user", ""),
            Map.entry("mail.trusted", ""),
            Map.entry("orphans.grace", "PT24H"),
            Map.entry("quorum.of", ""),
            Map.entry("quorum.need", "2"),
            Map.entry("quorum.days", "30"),
            Map.entry("quorum.folder", ""),
            Map.entry("quorum.recovery", ""),
            Map.entry("roots.archive", "archive"),
            Map.entry("roots.patience", "PT10S"),
            Map.entry("sandbox.isolation", "auto"),
            Map.entry("sandbox.workers", "2"),
            Map.entry("sandbox.heap", "256"),
            Map.entry("sandbox.time-limit", "PT15S"),
            Map.entry("scheduler.threads", "2"),
            Map.entry("scheduler.poll", "PT1S"),
            Map.entry("server.heap", "512m"),
            Map.entry("uploads.gibibytes", "64"),
            Map.entry("uploads.open", "2000"),
            Map.entry("uploads.open-per-application", "20"),
            Map.entry("uploads.open-per-sender", "100")));

    /** What may be said of each holder of the roots beside its kind and name. */
    private static List<String> ofHolder() {
        return List.of(
                "folder", "library", "slot", "pin-file", "address", "mount", "namespace", "token-file", "ca-file");
    }

    private static Map<String, String> withHolders(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(others);
        for (String holder : List.of("main", "mirror-1", "mirror-2")) {
            all.put("roots." + holder, holder.equals("main") ? "bcfks" : "");
            all.put("roots." + holder + ".name", holder);
            ofHolder().forEach(key -> all.put("roots." + holder + "." + key, ""));
        }
        return Collections.unmodifiableMap(all);
    }

    private final Properties given;

    /** @throws IllegalArgumentException naming every key that is not known */
    public ArchiveProperties(Properties given) {
        Set<String> unknown = new TreeSet<>(given.stringPropertyNames());
        unknown.removeAll(DEFAULTS.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "archive.properties: unknown keys " + unknown + "; known are " + new TreeSet<>(DEFAULTS.keySet()));
        }
        this.given = given;
    }

    public String text(String key) {
        String fallback = DEFAULTS.get(key);
        if (fallback == null) {
            throw new IllegalArgumentException("not a key of archive.properties: " + key);
        }
        return given.getProperty(key, fallback).trim();
    }

    /** A whole number, 1 or more. */
    public int count(String key) {
        try {
            int count = Integer.parseInt(text(key));
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " must be a whole number, was " + text(key), e);
        }
        throw new IllegalArgumentException(key + " must be 1 or more, was " + text(key));
    }

    /** A positive time span in ISO 8601. */
    public Duration span(String key) {
        Duration span = Duration.parse(text(key));
        if (span.isZero() || span.isNegative()) {
            throw new IllegalArgumentException(key + " must be longer than nothing, was " + text(key));
        }
        return span;
    }
}
