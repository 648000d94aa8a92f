package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.access.Approver;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.GlassEntries.Deed;
import muhafiz.service.log.Act;

/** The one transaction of confirming. */
@ApplicationScoped
class GlassConfirming {
    /** What confirming serves, of the purposes that all who confirm have. */
    private static final String PURPOSE = "P-RECORDS";

    private final CaseRows cases;
    private final CaseAccess access;
    private final GlassRows rows;
    private final Approver approver;
    private final GlassEntries entries;
    private final InstantSource clock;

    @Inject
    GlassConfirming(
            CaseRows cases,
            CaseAccess access,
            GlassRows rows,
            Approver approver,
            GlassEntries entries,
            InstantSource clock) {
        this.cases = cases;
        this.access = access;
        this.rows = rows;
        this.approver = approver;
        this.entries = entries;
        this.clock = clock;
    }

    /** Whether it was there for this person to confirm. Once confirmed it stays as it is. */
    @Transactional
    public boolean confirm(Caller caller, UUID id) {
        Optional<Glass> held = rows.hold(id);
        Optional<CaseFile> file = held.flatMap(glass -> cases.find(glass.caseId()));
        if (file.isEmpty()) {
            entries.write(Deed.denied(caller, "unknown", PURPOSE));
            return false;
        }
        AccessDecision decision = access.decide(caller, file.get(), wish(file.get()));
        if (!decision.isAllowed()) {
            entries.write(Deed.denied(caller, decision.rule(), PURPOSE), file.get());
            return false;
        }
        confirmed(caller, held.orElseThrow(), decision.rule(), file.get());
        return true;
    }

    private static CaseAccess.Wish wish(CaseFile file) {
        return new CaseAccess.Wish(
                Action.CONFIRM_BREAK_GLASS,
                file.recordClass(),
                Optional.empty(),
                Optional.of(PURPOSE),
                Optional.empty());
    }

    private void confirmed(Caller caller, Glass glass, String rule, CaseFile file) {
        approver.require(caller, Set.of(glass.by().account()));
        if (glass.confirmedBy().isEmpty()) {
            rows.confirm(glass.id(), caller.user(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        Map<String, String> more = Map.of("glass", glass.id().toString());
        entries.write(new Deed(caller, Action.CONFIRM_BREAK_GLASS.word(), Act.Outcome.done(rule), PURPOSE, more), file);
    }
}
