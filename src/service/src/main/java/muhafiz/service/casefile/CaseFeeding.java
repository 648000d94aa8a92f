package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.token.AccessCode;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.policy.Policy;
import muhafiz.service.access.CodeCheck;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;

/**
 * Registers made-up cases for a loader, as any case is registered: keys, index, counters and log entry; no person holds an access code to
 * them, so all have one that was thrown away. They count under the loader's label.
 */
@ApplicationScoped
public class CaseFeeding {
    private static final String RULE = "archive.feed";
    private static final List<String> UNITS = List.of("RD-1", "RD-2", "RD-3", "RD-4", "RD-5", "RD-6", "RD-7");
    private static final String OFFICE = "HQ";

    private final CaseOpening opening;
    private final CaseRegistration registration;
    private final CodeCheck codes;
    private final PolicyInForce policies;
    private final AtomicReference<String> thrownAway = new AtomicReference<>("");

    @Inject
    CaseFeeding(CaseOpening opening, CaseRegistration registration, CodeCheck codes, PolicyInForce policies) {
        this.opening = opening;
        this.registration = registration;
        this.codes = codes;
        this.policies = policies;
    }

    /**
     * Registers the next one, in the caller's transaction.
     *
     * @param source a service, or a class; with each outcome of a violation comes its violation
     * @param label under which it counts
     * @param number how many of the source there are by now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void feed(String source, String label, long number) {
        Policy policy = policies.policy();
        Fed fed = new Fed(policy, Caller.archive(Randoms.id().toString()), codeHash(), Optional.of(label));
        if (policy.service(source).isPresent()) {
            String unit = UNITS.get((int) (number % UNITS.size()));
            register(fed, made(Optional.of(source), Optional.empty(), unit, Optional.empty()));
        } else {
            registerOfficeFile(fed, source);
        }
    }

    /** A slow hash, made once. */
    private String codeHash() {
        return thrownAway.updateAndGet(known -> known.isEmpty() ? codes.hash(AccessCode.fresh()) : known);
    }

    private record Fed(Policy policy, Caller caller, String codeHash, Optional<String> label) {}

    private void registerOfficeFile(Fed fed, String recordClass) {
        Optional<String> violation = fed.policy().statistics().outcomes().contains(recordClass)
                ? Optional.of(register(fed, ofClass(fed.policy().statistics().parent(), Optional.empty()))
                        .toString())
                : Optional.empty();
        register(fed, ofClass(recordClass, violation));
    }

    private static NewCase ofClass(String recordClass, Optional<String> arisesFrom) {
        return made(Optional.empty(), Optional.of(recordClass), OFFICE, arisesFrom);
    }

    private ApplicationNumber register(Fed fed, NewCase lodged) {
        CasePlan plan = opening.plan(fed.policy(), lodged);
        ApplicationNumber number = CaseOpening.randomNumber();
        registration.register(
                fed.caller(),
                lodged,
                plan,
                new CaseRegistration.Names(
                        number, fed.codeHash(), opening.deadline(fed.policy(), plan, lodged), RULE, fed.label()));
        return number;
    }

    private static NewCase made(
            Optional<String> service, Optional<String> recordClass, String unit, Optional<String> arisesFrom) {
        String random = Randoms.id().toString();
        NewParty person = new NewParty(
                "applicant",
                Map.of(
                        "surname",
                        "Fed " + random.substring(0, 8),
                        "givenNames",
                        "Case",
                        "birthDate",
                        "1990-01-31",
                        "nationality",
                        "XXX",
                        "documentNumber",
                        random.substring(24)));
        return new NewCase(
                service,
                recordClass,
                unit,
                service.isPresent() ? "portal" : "internal",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                arisesFrom,
                Optional.empty(),
                List.of(person));
    }
}
