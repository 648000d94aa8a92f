package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.casefile.Payment;
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
    private static final Set<CaseState> UNDECIDED = Set.of(CaseState.OPEN, CaseState.DEFICIENT, CaseState.IN_WORK);

    private final DeadlineRows deadlines;
    private final CaseRows rows;
    private final CaseFields fields;
    private final PaidFees fees;
    private final PolicyInForce policies;
    private final AccessLog log;

    @Inject
    CaseDeadlines(
            DeadlineRows deadlines,
            CaseRows rows,
            CaseFields fields,
            PaidFees fees,
            PolicyInForce policies,
            AccessLog log) {
        this.deadlines = deadlines;
        this.rows = rows;
        this.fields = fields;
        this.fees = fees;
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
        computed(file).date().filter(day -> !before.equals(Optional.of(day))).ifPresent(day -> {
            file.mustBeDecidedBy(day);
            deadlines.moved(file.id(), year, before, day);
            log.write(entry(file, before, day));
        });
    }

    /**
     * Computes the day of an undecided case anew, after a payment, in the caller's transaction with the case's row held.
     *
     * @return what came of it; the day stays where none could be computed, and where the case is decided
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Deadline afterPayment(CaseFile file) {
        Deadline deadline = UNDECIDED.contains(file.state())
                ? computed(file)
                : file.decideBy().<Deadline>map(Deadline.On::new).orElseGet(Deadline.NotSet::new);
        deadline.date().ifPresent(file::mustBeDecidedBy);
        return deadline;
    }

    /** Without a day where a year is still missing, no rule sets one, or the case is being destroyed. */
    private Deadline computed(CaseFile file) {
        Policy policy = policies.version(file.provenance().policyVersion()).orElseGet(policies::policy);
        LocalDate received =
                LocalDate.ofInstant(file.receivedAt(), policy.meta().timeZone());
        Optional<EService> service = file.service()
                .flatMap(policy::service)
                .filter(one -> one.decideWithin().isPresent());
        return service.flatMap(one -> opened(file).map(shared -> {
                    Fee fee = fee(file, shared);
                    return policy.decideBy(one, received, fee.term(), fee.paid());
                }))
                .orElseGet(Deadline.NotSet::new);
    }

    /** For which term, and how much. */
    private record Fee(Optional<Period> term, Optional<BigDecimal> paid) {}

    /** What was paid for the term of the latest payment, all together; before the first payment, what the application says. */
    private Fee fee(CaseFile file, JsonObject shared) {
        Optional<Period> applied =
                Optional.ofNullable(shared.getString("term", null)).map(Period::parse);
        List<Payment> paid =
                fees.of(file.id()).stream().map(PaidFees.Paid::payment).toList();
        if (paid.isEmpty()) {
            return new Fee(
                    applied,
                    Optional.ofNullable(shared.getString("feePaid", null)).map(BigDecimal::new));
        }
        Payment latest =
                Collections.max(paid, Comparator.comparing(Payment::paidAt).thenComparing(Payment::reference));
        Optional<Period> term = latest.term().or(() -> applied).map(Period::normalized);
        return new Fee(
                term,
                paid.stream()
                        .filter(one -> one.term()
                                .or(() -> applied)
                                .map(Period::normalized)
                                .equals(term))
                        .map(Payment::amount)
                        .reduce(BigDecimal::add));
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
