package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Entries about broken glass: for the persons of its case, or for nobody where none may be known of. */
@ApplicationScoped
class GlassEntries {
    /** The policy's section, and its word for the act. */
    static final String RULE = "break_glass";

    private final CaseRows cases;
    private final AccessLog log;

    @Inject
    GlassEntries(CaseRows cases, AccessLog log) {
        this.cases = cases;
        this.log = log;
    }

    /** What somebody did or was refused. */
    record Deed(Caller caller, String action, Act.Outcome outcome, String purpose, Map<String, String> more) {
        static Deed denied(Caller caller, String rule, String purpose) {
            return new Deed(caller, "denied", Act.Outcome.denied(rule), purpose, Map.of("asked", RULE));
        }
    }

    void write(Deed deed) {
        log.write(new Act(
                deed.caller(),
                deed.action(),
                new Act.Ground(deed.purpose(), ""),
                deed.outcome(),
                Act.About.NOBODY,
                deed.more()));
    }

    void write(Deed deed, CaseFile file) {
        log.write(new Act(
                deed.caller(),
                deed.action(),
                new Act.Ground(deed.purpose(), file.provenance().basis()),
                deed.outcome(),
                new Act.About(Concerned.all(cases.parties(file.id())), Optional.empty(), Optional.of(file.id())),
                deed.more()));
    }
}
