package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the document kinds, each on top of the defaults. */
final class KindReader {
    private static final String ANY_QUARANTINED = "any_quarantined";
    private static final String ANY_ATTACHMENT = "any_stored_quarantined_if_unreadable";

    private final List<String> formats;
    private final int maxBytes;

    private KindReader(FieldReader defaults) {
        formats = defaults.texts("formats");
        maxBytes = defaults.whole("max_bytes");
        defaults.also("clear", "legible", "complete", "max_bytes_status").footing();
        defaults.made(() -> formats);
    }

    static Map<String, DocumentKind> read(FieldReader file) {
        var kinds = file.inner("document_kinds");
        var reader = new KindReader(kinds.inner("defaults"));
        return kinds.all(reader::kind);
    }

    private Optional<DocumentKind> kind(String id, FieldReader at) {
        var names = Names.read(at, id.replace('_', ' '));
        var own = at.maybeTexts("formats");
        var extra = at.words("formats_extra", "extra format", KindReader::extra);
        var attachments = at.words("attachments", "rule for attachments", KindReader::extra);
        var largest = at.maybeWhole("max_bytes").orElse(maxBytes);
        var categories = at.ids("category", Ids.CATEGORY);
        var special = at.maybeIds("special", Ids.SPECIAL);
        var recordClass = at.maybeId("class", Ids.CLASS);
        var others = at.maybeTexts("other_subjects");
        var mrz = at.maybeWord("mrz", "rule for the machine-readable zone", KindReader::required);
        var margin = at.maybeWhole("validity_margin_days").orElse(0);
        var shows = at.maybeTexts("shows_case_officer");
        var due = at.maybeWord("due", "time by which it is due", KindReader::dueLater);
        var made = at.maybeWord("produced_by", "maker", KindReader::service);
        var footing = at.also("margin_src", "size_mm", "pin").footing();
        var taken = new HashSet<>(own.isEmpty() ? formats : own);
        var any = new ArrayList<>(extra);
        any.addAll(attachments);
        return at.made(() -> new DocumentKind(
                id,
                names,
                taken,
                largest,
                !any.isEmpty(),
                categories,
                special,
                recordClass,
                others,
                mrz.isPresent(),
                margin,
                shows,
                due,
                made.isPresent(),
                footing));
    }

    private static Optional<String> extra(String word) {
        return Optional.of(word).filter(w -> w.equals(ANY_QUARANTINED) || w.equals(ANY_ATTACHMENT));
    }

    private static Optional<String> required(String word) {
        return Optional.of(word).filter("required"::equals);
    }

    private static Optional<String> dueLater(String word) {
        return Optional.of(word).filter("before_card"::equals);
    }

    private static Optional<String> service(String word) {
        return Optional.of(word).filter("service"::equals);
    }
}
