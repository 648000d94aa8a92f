package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.access.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Changes a case in one transaction: its row held, the decision, the change, the entry. */
@ApplicationScoped
class CaseActs {
    private final CaseLookup lookup;
    private final CaseRows rows;
    private final CaseAccess access;
    private final AccessLog log;

    @Inject
    CaseActs(CaseLookup lookup, CaseRows rows, CaseAccess access, AccessLog log) {
        this.lookup = lookup;
        this.rows = rows;
        this.access = access;
        this.log = log;
    }

    /**
     * An act upon a case.
     *
     * @param logged the action's word in the log
     * @param more sealed facts for the entry
     */
    record Deed(Action action, String logged, Map<String, String> more) {}

    /** Empty where it was done; else what it is refused with. The entry is written either way. */
    @Transactional
    public Optional<Refusal> act(Caller caller, String number, Deed deed, Consumer<CaseFile> change) {
        Optional<CaseFile> found = lookup.find(number).flatMap(file -> rows.hold(file.id()));
        if (found.isEmpty()) {
            log.write(new Act(
                    caller,
                    "denied",
                    Act.Ground.NONE,
                    Act.Outcome.denied("unknown"),
                    Act.About.NOBODY,
                    Map.of("asked", deed.action().word())));
            return Optional.of(Refusal.NOT_FOUND);
        }
        return decide(caller, found.get(), deed, change);
    }

    private Optional<Refusal> decide(Caller caller, CaseFile file, Deed deed, Consumer<CaseFile> change) {
        CaseAccess.Wish wish = new CaseAccess.Wish(
                deed.action(),
                file.recordClass(),
                Optional.empty(),
                Optional.of(file.provenance().purpose()),
                Optional.of(numberOf(file)));
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
                new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id())),
                deed.more()));
        return allowed ? Optional.empty() : Optional.of(Refusal.NOT_FOUND);
    }

    private String numberOf(CaseFile file) {
        return access.numberOf(file);
    }
}
