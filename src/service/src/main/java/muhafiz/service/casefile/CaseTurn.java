package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Restriction;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseActs.Deed;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.retention.Restrictions;

/** The one transaction of an act upon a case: its row held, the decision, the change, the entry. */
@ApplicationScoped
class CaseTurn {
    private final CaseLookup lookup;
    private final CaseRows rows;
    private final CaseAccess access;
    private final Restrictions restrictions;
    private final AccessLog log;

    @Inject
    CaseTurn(CaseLookup lookup, CaseRows rows, CaseAccess access, Restrictions restrictions, AccessLog log) {
        this.lookup = lookup;
        this.rows = rows;
        this.access = access;
        this.restrictions = restrictions;
        this.log = log;
    }

    /** Empty where it was done; else the refusal. The entry is written either way. */
    @Transactional
    public Optional<RefusedException> take(Caller caller, String number, Deed deed, Consumer<CaseFile> change) {
        Optional<CaseFile> found = lookup.find(number).flatMap(file -> rows.hold(file.id()));
        if (found.isEmpty()) {
            log.write(new Act(
                    caller,
                    "denied",
                    Act.Ground.NONE,
                    Act.Outcome.denied("unknown"),
                    Act.About.NOBODY,
                    Map.of("asked", deed.action().word())));
            return Optional.of(unknown());
        }
        return decide(caller, found.get(), deed, change);
    }

    private Optional<RefusedException> decide(Caller caller, CaseFile file, Deed deed, Consumer<CaseFile> change) {
        Optional<Restriction> restriction =
                restrictions.standingOn(file.id(), Optional.of(file.provenance().purpose()));
        CaseAccess.Wish free = new CaseAccess.Wish(
                deed.action(),
                file.recordClass(),
                Optional.empty(),
                Optional.of(file.provenance().purpose()),
                Optional.of(numberOf(file)));
        CaseAccess.Wish wish = restriction.isPresent() ? free.ofWhatIsRestricted() : free;
        AccessDecision decision = access.decide(caller, file, wish);
        boolean allowed = decision.isAllowed();
        if (allowed) {
            change.accept(file);
        }
        log.write(new Act(
                caller,
                allowed ? deed.logged() : "denied",
                new Act.Ground(file.provenance().purpose(), file.provenance().basis()),
                allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                about(file),
                deed.more()));
        return allowed ? Optional.empty() : Optional.of(refusal(decision, restriction));
    }

    private static RefusedException refusal(AccessDecision decision, Optional<Restriction> restriction) {
        return restriction
                .filter(stands -> decision instanceof AccessDecision.Restricted)
                .map(RestrictedFile::refusal)
                .orElseGet(CaseTurn::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such application");
    }

    /** The entry of a change that refused itself, after its transaction was rolled back and took the decision's entry along. */
    @Transactional
    public void refused(Caller caller, String number, Deed deed, Refusal refusal) {
        log.write(new Act(
                caller,
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied("case." + refusal.code()),
                lookup.find(number).map(this::about).orElse(Act.About.NOBODY),
                Map.of("asked", deed.action().word())));
    }

    private Act.About about(CaseFile file) {
        return new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id()));
    }

    private String numberOf(CaseFile file) {
        return access.numberOf(file);
    }
}
