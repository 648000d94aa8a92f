package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.DeadlineKeeper;
import muhafiz.service.policy.PolicyInForce;

/**
 * The days by which open cases must be decided: computed anew when a year is loaded that they touch, under the version of the policy that
 * each case was received by. Each day that comes or moves is an entry.
 */
@ApplicationScoped
public class CaseDeadlines implements DeadlineKeeper {
    private static final int AT_ONCE = 200;

    private final DeadlineRows deadlines;
    private final CaseRows rows;
    private final CaseFields fields;
    private final PolicyInForce policies;
    private final AccessLog log;

    @Inject
    CaseDeadlines(DeadlineRows deadlines, CaseRows rows, CaseFields fields, PolicyInForce policies, AccessLog log) {
        this.deadlines = deadlines;
        this.rows = rows;
        this.fields = fields;
        this.policies = policies;
        this.log = log;
    }

    @Override
    @Transactional
    public Optional<UUID> recompute(int year, UUID after) {
        List<UUID> ids = deadlines.touched(year, after, AT_ONCE);
        ids.forEach(id -> rows.hold(id).ifPresent(file -> recompute(file, year)));
        rows.letGo();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    private void recompute(CaseFile file, int year) {
        Optional<LocalDate> before = file.decideBy();
        computed(file).filter(day -> !before.equals(Optional.of(day))).ifPresent(day -> {
            file.mustBeDecidedBy(day);
            deadlines.moved(file.id(), year, before, day);
            log.write(entry(file, before, day));
        });
    }

    /** Empty where a year is still missing, no rule sets a day, or the case is being destroyed. */
    private Optional<LocalDate> computed(CaseFile file) {
        Policy policy = policies.version(file.provenance().policyVersion()).orElseGet(policies::policy);
        Optional<EService> service = file.service()
                .flatMap(policy::service)
                .filter(one -> one.decideWithin().isPresent());
        return service.flatMap(one -> opened(file)
                .flatMap(shared -> policy.decideBy(
                                one,
                                LocalDate.ofInstant(
                                        file.receivedAt(), policy.meta().timeZone()),
                                Optional.ofNullable(shared.getString("term", null))
                                        .map(Period::parse),
                                Optional.ofNullable(shared.getString("feePaid", null))
                                        .map(BigDecimal::new))
                        .date()));
    }

    private Optional<JsonObject> opened(CaseFile file) {
        try {
            return Optional.of(fields.of(file));
        } catch (ForgottenException beingDestroyed) {
            return Optional.empty();
        }
    }

    private Act entry(CaseFile file, Optional<LocalDate> before, LocalDate day) {
        return new Act(
                        Caller.archive(Randoms.id().toString()),
                        "correct",
                        new Act.Ground(
                                file.provenance().purpose(), file.provenance().basis()),
                        Act.Outcome.done("archive.calendar-loaded"),
                        new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id())),
                        Map.of("what", "decide by", "after", day.toString()))
                .with("before", before.map(LocalDate::toString));
    }
}
