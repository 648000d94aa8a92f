package muhafiz.domain.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of an e-mail says.
 *
 * @param fields by lower-case name, each value unfolded, the first of each name
 */
public record MailHead(Map<String, String> fields) {
    private static final Pattern ADDRESS =
            Pattern.compile("<?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189})>?\\s*$");
    private static final List<String> IN_BULK = List.of("bulk", "junk", "list", "auto_reply");

    public MailHead {
        Map<String, String> lower = new HashMap<>();
        fields.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
        fields = Map.copyOf(lower);
    }

    private String said(String name) {
        return fields.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a machine wrote it, or a list passed it on: a bounce, an automatic reply, a mass mail (RFC 3834 §2; RFC 5321 §4.5.5; RFC
     * 2919). It is received like any other and never answered: two machines that answer each other never end.
     */
    public boolean isAutomatic() {
        return (!said("auto-submitted").isEmpty() && !said("auto-submitted").startsWith("no"))
                || IN_BULK.contains(said("precedence"))
                || said("return-path").equals("<>")
                || fields.containsKey("list-id")
                || fields.containsKey("x-auto-response-suppress")
                || said("content-type").startsWith("multipart/report")
                || said("from").matches(".*\\b(mailer-daemon|postmaster)@.*");
    }

    /** Who wrote it, where that is one address that looks like one. */
    public Optional<String> from() {
        Matcher found = ADDRESS.matcher(fields.getOrDefault("from", ""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    public Optional<String> subject() {
        return Optional.ofNullable(fields.get("subject")).filter(text -> !text.isBlank());
    }
}
