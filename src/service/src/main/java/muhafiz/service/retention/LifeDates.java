package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.policy.PolicyInForce;

/** The days that count for the triggers of retention, of one case and of each of its documents. In the caller's transaction. */
@ApplicationScoped
public class LifeDates {
    private final LifeRows rows;
    private final PolicyInForce policies;

    @Inject
    LifeDates(DataSource database, PolicyInForce policies) {
        this.rows = new LifeRows(database);
        this.policies = policies;
    }

    /**
     * Days by trigger; of what was stated twice the later one.
     *
     * @param ofPapers by the document's id
     */
    public record Dates(Map<String, LocalDate> ofCase, Map<UUID, Map<String, LocalDate>> ofPapers) {
        static final Dates NONE = new Dates(Map.of(), Map.of());
    }

    /** As they stand now; none of a case that is not there. */
    public Dates of(UUID caseFile) {
        return rows.look(List.of(caseFile)).stream()
                .findFirst()
                .map(life -> life.allDates(policies.policy()))
                .orElse(Dates.NONE);
    }
}
