package muhafiz.proof.paper;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One thing on a list of what is to be disposed of: codes, days, random ids and the hash of its ciphertext, nothing of what it says.
 *
 * @param kind {@code document} or {@code case}
 * @param rule of retention, such as {@code RC-REG:overstay}
 * @param end the first day on which the rule lets it be disposed of
 * @param disposal {@code shred}, or {@code archive}: handed to the National Archive first
 * @param ciphertext SHA-256 of the whole ciphertext in lower-case hex; a case has none
 * @param key id of its leaf key
 */
public record DisposedItem(
        String kind,
        UUID id,
        String recordClass,
        String rule,
        LocalDate end,
        String disposal,
        Optional<String> ciphertext,
        UUID key) {
    private static final Set<String> KINDS = Set.of("document", "case");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,99}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String NONE = "-";

    public DisposedItem {
        if (!KINDS.contains(kind) || ciphertext.isPresent() != kind.equals("document")) {
            throw new IllegalArgumentException("an item is a document with the hash of its ciphertext, or a case");
        }
        if (!CODE.matcher(recordClass).matches()
                || !CODE.matcher(rule).matches()
                || !CODE.matcher(disposal).matches()) {
            throw new IllegalArgumentException("class, rule and disposal of an item are codes");
        }
        if (ciphertext.filter(hash -> !HASH.matcher(hash).matches()).isPresent()) {
            throw new IllegalArgumentException("the hash of an item's ciphertext is a SHA-256 in lower-case hex");
        }
    }

    /** The item as a line of the list whose hash the approvals name; {@code package-info} shows it. */
    String line() {
        return String.join(
                        " ",
                        kind,
                        id.toString(),
                        recordClass,
                        rule,
                        end.toString(),
                        disposal,
                        ciphertext.orElse(NONE),
                        key.toString())
                + "\n";
    }

    public JsonObject json() {
        var json = Json.writer()
                .createObjectBuilder()
                .add("kind", kind)
                .add("id", id.toString())
                .add("class", recordClass)
                .add("rule", rule)
                .add("end", end.toString())
                .add("disposal", disposal)
                .add("key", key.toString());
        ciphertext.ifPresent(hash -> json.add("ciphertextSha256", hash));
        return json.build();
    }

    static DisposedItem of(Form form) {
        return new DisposedItem(
                form.text("kind"),
                form.id("id"),
                form.text("class"),
                form.text("rule"),
                day(form, "end"),
                form.text("disposal"),
                form.has("ciphertextSha256") ? Optional.of(form.text("ciphertextSha256")) : Optional.empty(),
                form.id("key"));
    }

    static LocalDate day(Form form, String name) {
        try {
            return LocalDate.parse(form.text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("member " + name + " is not a day", e);
        }
    }
}
