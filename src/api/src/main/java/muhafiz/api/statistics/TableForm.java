package muhafiz.api.statistics;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.api.json.Members;
import muhafiz.service.statistics.TableQuestion;
import org.jspecify.annotations.Nullable;

/** Which table is asked for: a parameter bean, and the same as a body. */
public class TableForm {
    static final Set<String> MEMBERS = Set.of("from", "to", "period", "by", "units", "corrects");

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    @QueryParam("period")
    private @Nullable String period;

    @QueryParam("by")
    private @Nullable String by;

    TableQuestion question() {
        TableQuestion.Span span =
                new TableQuestion.Span(Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(period));
        return TableQuestion.of(span, Optional.ofNullable(by), Set.of());
    }

    static TableQuestion of(Members form) {
        TableQuestion.Span span =
                new TableQuestion.Span(form.maybeText("from"), form.maybeText("to"), form.maybeText("period"));
        return TableQuestion.of(span, form.maybeText("by"), new TreeSet<>(form.listOfTexts("units")));
    }
}
