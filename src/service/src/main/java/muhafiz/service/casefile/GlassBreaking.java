package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.GlassEntries.Deed;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The one transaction of breaking: look up, decide, write down. */
@ApplicationScoped
class GlassBreaking {
    private final CaseLookup lookup;
    private final CaseAccess access;
    private final GlassRows rows;
    private final GlassReasons reasons;
    private final GlassEntries entries;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    GlassBreaking(
            CaseLookup lookup,
            CaseAccess access,
            GlassRows rows,
            GlassReasons reasons,
            GlassEntries entries,
            PolicyInForce policies,
            InstantSource clock) {
        this.lookup = lookup;
        this.access = access;
        this.rows = rows;
        this.reasons = reasons;
        this.entries = entries;
        this.policies = policies;
        this.clock = clock;
    }

    record Wanted(Caller caller, String number, String purpose, String reason) {}

    /** Empty where there is no such case, or its glass would open nothing to this role. */
    @Transactional
    public Optional<Glass> open(Wanted wanted) {
        Optional<CaseFile> found = lookup.find(wanted.number());
        if (found.isEmpty()) {
            entries.write(Deed.denied(wanted.caller(), "unknown", wanted.purpose()));
            return Optional.empty();
        }
        CaseFile file = found.get();
        AccessDecision decision = access.behindGlass(wanted.caller(), file, wish(wanted, file));
        if (!decision.isAllowed()) {
            entries.write(Deed.denied(wanted.caller(), decision.rule(), wanted.purpose()), file);
            return Optional.empty();
        }
        return Optional.of(broken(wanted, file));
    }

    private static CaseAccess.Wish wish(Wanted wanted, CaseFile file) {
        return new CaseAccess.Wish(
                Action.READ_META,
                file.recordClass(),
                Optional.empty(),
                Optional.of(wanted.purpose()),
                Optional.of(wanted.number()));
    }

    private Glass broken(Wanted wanted, CaseFile file) {
        UUID id = Randoms.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Caller caller = wanted.caller();
        Glass glass = new Glass(
                id,
                file.id(),
                new Glass.Breaker(caller.user(), caller.role(), caller.unit()),
                wanted.purpose(),
                reasons.sealed(id, file, wanted.reason()),
                now,
                now.plus(policies.policy().breakGlass().atMost()),
                Optional.empty(),
                Optional.empty());
        rows.add(glass);
        Map<String, String> more =
                Map.of("glass", id.toString(), "until", glass.until().toString());
        entries.write(
                new Deed(caller, GlassEntries.RULE, Act.Outcome.done(GlassEntries.RULE), wanted.purpose(), more), file);
        return glass;
    }
}
