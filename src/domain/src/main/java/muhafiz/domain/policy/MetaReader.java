package muhafiz.domain.policy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the head of a policy. */
final class MetaReader {

    private MetaReader() {}

    static Optional<Meta> read(FieldReader at) {
        var id = at.text("id");
        var version = at.whole("version");
        var title = at.text("title");
        var from = effectiveFrom(at);
        var supersedes = at.maybeWhole("supersedes");
        var material = at.truth("material");
        var zone = zone(at);
        var contacts = contacts(at.inner("contacts"));
        var approvals = at.ids("approvals_required", Ids.ROLE);
        checkMarks(at);
        at.only("default_effect", "deny");
        if (!at.truth("unresolved_placeholders_block_publication")) {
            at.problem("unresolved_placeholders_block_publication", "this cannot be switched off");
        }
        return at.made(() -> new Meta(id, version, title, from, supersedes, material, zone, contacts, approvals));
    }

    private static OffsetDateTime effectiveFrom(FieldReader at) {
        var time = Days.parsed(at.text("effective_from"), OffsetDateTime::parse);
        if (time.isEmpty()) {
            at.problem("effective_from", "a time with its offset, such as 2026-01-01T00:00:00+04:00");
        }
        return time.orElse(OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    private static ZoneId zone(FieldReader at) {
        try {
            return ZoneId.of(at.text("time_zone"));
        } catch (DateTimeException e) {
            at.problem("time_zone", "no time zone such as Asia/Baku");
            return ZoneOffset.UTC;
        }
    }

    private static List<Meta.Contact> contacts(FieldReader at) {
        return at.fields().entries().entrySet().stream()
                .map(entry -> entry.getValue() instanceof Part.Blank
                        ? new Meta.Contact(entry.getKey(), Optional.empty(), false)
                        : contact(entry.getKey(), at.inner(entry.getKey())))
                .toList();
    }

    private static Meta.Contact contact(String what, FieldReader at) {
        var value = at.text("value");
        var confirmed = at.truth("confirmed");
        at.footing();
        at.made(() -> at);
        return new Meta.Contact(what, Optional.of(value), confirmed);
    }

    private static void checkMarks(FieldReader at) {
        var known = Arrays.stream(Mark.values()).map(Mark::word).toList();
        if (!at.texts("marks").equals(known)) {
            at.problem("marks", "the marks are " + known);
        }
    }
}
