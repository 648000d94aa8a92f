package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.domain.casefile.CaseFile;

/** What a search shows of a case: enough to open it, and of its persons nothing. Within a transaction. */
@ApplicationScoped
public class Matches {
    private final CaseFields fields;

    @Inject
    Matches(CaseFields fields) {
        this.fields = fields;
    }

    public Match of(CaseFile file) {
        return new Match(
                fields.numberOf(file).toString(),
                file.service(),
                file.recordClass(),
                file.unit(),
                file.state().code());
    }
}
