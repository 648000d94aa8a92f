package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.token.AccessCode;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.policy.Channel;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.Takes;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.CodeCheck;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Receives an application: a case is opened, and its number and access code go to whoever lodged it. */
@ApplicationScoped
public class CaseOpening {
    private static final String CALENDAR_MISSING = "calendar-missing";
    private static final String FILED_LATE = "filed-late";
    /** The service's own counters, as the policy's channels call them. */
    private static final String RECEPTION = "reception";
    /** Come by more channels than applications. */
    private static final String LETTERS = "RC-LETTER";

    private final PolicyInForce policies;
    private final CaseRegistration registration;
    private final CodeCheck codes;
    private final CaseAccess access;
    private final Witness witness;
    private final InstantSource clock;

    @Inject
    CaseOpening(
            PolicyInForce policies,
            CaseRegistration registration,
            CodeCheck codes,
            CaseAccess access,
            Witness witness,
            InstantSource clock) {
        this.policies = policies;
        this.registration = registration;
        this.codes = codes;
        this.access = access;
        this.witness = witness;
        this.clock = clock;
    }

    /** The new case. A missing calendar leaves the date empty and says so; it refuses nobody. */
    public Opened open(Caller caller, NewCase lodged) {
        Policy policy = policies.policy();
        CasePlan plan = plan(policy, lodged);
        String rule = allowed(caller, lodged, plan);
        Deadline deadline = deadline(policy, plan, lodged);
        String code = AccessCode.fresh();
        ApplicationNumber number = randomNumber();
        registration.register(
                caller,
                lodged,
                plan,
                new CaseRegistration.Names(number, codes.hash(code), deadline, rule, Optional.empty()));
        List<ChecklistLine> checklist = Checklists.of(plan.service(), List.of());
        List<String> warnings = new ArrayList<>();
        if (deadline.isCalendarMissing()) {
            warnings.add(CALENDAR_MISSING);
        }
        if (plan.filedLate()) {
            warnings.add(FILED_LATE);
        }
        return new Opened(number.toString(), code, deadline.date(), checklist, warnings);
    }

    CasePlan plan(Policy policy, NewCase lodged) {
        if (lodged.service().isPresent() == lodged.recordClass().isPresent()) {
            throw new RefusedException(Refusal.MALFORMED, "give either service or class");
        }
        if (lodged.parties().isEmpty()) {
            throw new RefusedException(Refusal.MALFORMED, "an application names at least one party");
        }
        Optional<EService> service = lodged.service().map(id -> service(policy, id));
        String classId =
                service.map(EService::recordClass).or(lodged::recordClass).orElseThrow();
        RecordClass recordClass = policy.recordClass(classId)
                .filter(one -> !one.madeByTheArchive())
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED, "the policy opens no case of this class"));
        if (policy.unit(lodged.unit()).isEmpty()) {
            throw new RefusedException(Refusal.UNIT_UNKNOWN, "there is no such unit");
        }
        lodged.source().filter(id -> policy.origin(id).isEmpty()).ifPresent(id -> {
            throw new RefusedException(Refusal.MALFORMED, "the policy knows no such source");
        });
        Channel channel = policy.channel(lodged.channel())
                .filter(way -> way.takes(Takes.APPLICATIONS) || (classId.equals(LETTERS) && way.takes(Takes.LETTERS)))
                .orElseThrow(() -> new RefusedException(
                        Refusal.CHANNEL_NOT_ACCEPTED, "no application is taken in by this channel"));
        requireReception(policy, service, channel);
        return new CasePlan(service, recordClass, channel, isLate(policy, service, lodged), policy.version());
    }

    private boolean isLate(Policy policy, Optional<EService> service, NewCase lodged) {
        return service.flatMap(one -> lodged.arrivedOn().map(day -> policy.isFiledLate(one, day, today(policy))))
                .orElse(false);
    }

    /** A temporary rule may leave reception in person to a partner. */
    private void requireReception(Policy policy, Optional<EService> service, Channel channel) {
        service.filter(one -> channel.id().equals(RECEPTION))
                .flatMap(one -> policy.receptionLeftTo(one, today(policy)))
                .ifPresent(partner -> {
                    throw new RefusedException(
                            Refusal.CHANNEL_NOT_ACCEPTED, "applications for this service are received at " + partner);
                });
    }

    private LocalDate today(Policy policy) {
        return LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
    }

    private static EService service(Policy policy, String id) {
        return policy.service(id)
                .orElseThrow(() -> new RefusedException(Refusal.SERVICE_UNKNOWN, "the policy knows no such service"));
    }

    private String allowed(Caller caller, NewCase lodged, CasePlan plan) {
        String purpose = plan.recordClass().purpose();
        AccessDecision decision = access.mayOpen(caller, plan.recordClass().id(), lodged.unit(), purpose);
        if (decision instanceof AccessDecision.Allowed allowed) {
            return allowed.rule();
        }
        witness.write(new Act(
                caller,
                "denied",
                new Act.Ground(purpose, plan.recordClass().basis().basis()),
                Act.Outcome.denied(decision.rule()),
                Act.About.NOBODY,
                Map.of("asked", "ingest", "class", plan.recordClass().id())));
        throw new RefusedException(Refusal.NOT_ALLOWED, "this role opens no such case");
    }

    Deadline deadline(Policy policy, CasePlan plan, NewCase lodged) {
        return plan.service()
                .map(service -> policy.decideBy(service, today(policy), lodged.term(), lodged.feePaid()))
                .orElseGet(Deadline.NotSet::new);
    }

    static ApplicationNumber randomNumber() {
        long random = ByteBuffer.wrap(Randoms.bytes(Long.BYTES)).getLong() >>> 1;
        return ApplicationNumber.fromDigits(String.format(Locale.ROOT, "%011d", random % 100_000_000_000L));
    }
}
