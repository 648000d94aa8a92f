package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what the owner still has to settle: contacts, acts and articles, and text that stands for text. */
final class OpenPoints {
    /** Seed 000, lines 63 and 77 to 79, hold "(contact email/phone number)" and "[Address]". */
    private static final Pattern PLACEHOLDER = Pattern.compile("[\\[(<{].*[\\])>}]|.*\\b(TBD|TODO|XXX)\\b.*|\\.\\.\\.");

    private final List<OpenPoint> points = new ArrayList<>();

    private OpenPoints() {}

    static List<OpenPoint> of(Part.Fields file) {
        var open = new OpenPoints();
        open.contacts(file);
        open.bases(file);
        open.placeholders(file);
        return List.copyOf(open.points);
    }

    private void contacts(Part.Fields file) {
        file.fields("meta")
                .flatMap(meta -> meta.fields("contacts"))
                .ifPresent(contacts -> contacts.entries().values().stream()
                        .filter(contact -> !isConfirmed(contact))
                        .forEach(contact -> add(contact, "not confirmed")));
    }

    private static boolean isConfirmed(Part contact) {
        return contact instanceof Part.Fields fields
                && fields.at("confirmed").flatMap(Values::truth).orElse(false);
    }

    private void bases(Part.Fields file) {
        file.fields("record_classes")
                .ifPresent(classes -> classes.entries().values().stream()
                        .flatMap(part -> Values.fields(part).flatMap(found -> found.fields("basis")).stream())
                        .flatMap(basis -> basis.entries().values().stream())
                        .filter(Part.Blank.class::isInstance)
                        .forEach(blank -> add(blank, "left open")));
    }

    private void placeholders(Part part) {
        if (part instanceof Part.Fields fields) {
            fields.entries().values().forEach(this::placeholders);
        } else if (part instanceof Part.Series series) {
            series.items().forEach(this::placeholders);
        } else if (part instanceof Part.Text text
                && PLACEHOLDER.matcher(text.value().strip()).matches()) {
            add(part, "a placeholder: " + text.value());
        }
    }

    private void add(Part at, String what) {
        points.add(new OpenPoint(at.line(), at.path(), what));
    }
}
