package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.token.AccessCode;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Trigger;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.CodeCheck;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.PolicyInForce;

/**
 * Takes in cases that are older than this archive, with their own dates: their retention runs from what happened to them then, nobody is
 * notified, and they have no access code that anybody knows (reception gives one). Safe for all threads.
 */
@ApplicationScoped
public class CaseImport {
    /** The policy's channel for files older than this archive. */
    public static final String CHANNEL = "import";

    /** By whom their events were recorded, for all that is known. */
    private static final String RECORDED_BY = "import";

    /** Of two numbers that share a hash one waits for the other, and nothing else. */
    private static final int LOCKS = 7_223_604;

    private final CaseOpening opening;
    private final CaseRegistration registration;
    private final NumberIndex index;
    private final CaseRows rows;
    private final PolicyInForce policies;
    private final InstantSource clock;
    private final Statements sql;
    /** A slow hash, made once, of a code that was thrown away. */
    private final String codeHash;

    @Inject
    CaseImport(
            CaseOpening opening,
            CaseRegistration registration,
            NumberIndex index,
            CaseRows rows,
            PolicyInForce policies,
            CodeCheck codes,
            InstantSource clock,
            DataSource database) {
        this.opening = opening;
        this.registration = registration;
        this.index = index;
        this.rows = rows;
        this.policies = policies;
        this.clock = clock;
        this.sql = new Statements(database);
        this.codeHash = codes.hash(AccessCode.fresh());
    }

    /**
     * A case as it would be registered: nothing is written yet.
     *
     * @param recordClass the class it goes under
     * @param persons in the order of its parties
     * @param provenance whence it comes and by what right it is held
     * @param events the last day of each
     */
    public record Prepared(
            OldCase file,
            UUID caseId,
            String recordClass,
            List<CaseParty.Person> persons,
            Provenance provenance,
            Map<String, LocalDate> events) {}

    /**
     * Asks the policy whether there can be such a case.
     *
     * @throws RefusedException as for an application; {@code event-not-accepted} for days before the case or in the future, and for what
     *     cannot follow what was before
     */
    public Prepared prepare(OldCase file) {
        Policy policy = policies.policy();
        CasePlan plan = plan(policy, file);
        requirePast(policy, file);
        states(policy, file);
        CaseRegistration.Ids ids = CaseRegistration.Ids.fresh(file.lodged());
        List<CaseParty.Person> persons = new ArrayList<>();
        for (int i = 0; i < ids.persons().size(); i++) {
            persons.add(new CaseParty.Person(
                    ids.persons().get(i), file.lodged().parties().get(i).role()));
        }
        Map<String, LocalDate> events = new TreeMap<>();
        file.events().forEach(event -> events.put(event.type(), event.on()));
        return new Prepared(
                file,
                ids.caseId(),
                plan.recordClass().id(),
                persons,
                plan.provenance(file.lodged().source()),
                events);
    }

    private CasePlan plan(Policy policy, OldCase file) {
        return opening.plan(policy, file.lodged()).beforePolicy();
    }

    private void requirePast(Policy policy, OldCase file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
        if (file.receivedOn().isAfter(today)) {
            throw new RefusedException(
                    Refusal.MALFORMED, "receivedOn lies in the future", Map.of("member", "receivedOn"));
        }
        for (CaseEvent.Happening event : file.events()) {
            if (event.on().isBefore(file.receivedOn()) || event.on().isAfter(today)) {
                throw new RefusedException(
                        Refusal.EVENT_NOT_ACCEPTED,
                        "an event lies before its case or in the future",
                        Map.of("member", event.type()));
            }
        }
    }

    /** Through which states it went. What an old archive did not keep, that somebody worked on it, is taken for granted. */
    private static List<CaseState> states(Policy policy, OldCase file) {
        List<CaseState> states = new ArrayList<>();
        CaseState now = CaseState.OPEN;
        for (CaseEvent.Happening event : file.events()) {
            Optional<CaseState> next = triggerOf(policy, event).movesTo().map(CaseState::ofCode);
            if (next.isEmpty()) {
                continue;
            }
            if (!now.next().contains(next.get()) && now.next().contains(CaseState.IN_WORK)) {
                states.add(CaseState.IN_WORK);
                now = CaseState.IN_WORK;
            }
            if (!now.next().contains(next.get())) {
                throw new RefusedException(
                        Refusal.EVENT_NOT_ACCEPTED,
                        "a case that is " + now.code() + " does not become "
                                + next.get().code(),
                        Map.of("member", event.type()));
            }
            states.add(next.get());
            now = next.get();
        }
        return states;
    }

    private static Trigger triggerOf(Policy policy, CaseEvent.Happening event) {
        try {
            return CaseEvents.trigger(policy, event);
        } catch (RefusedException refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage(), Map.of("member", event.type()));
        }
    }

    /** The case that was imported under this old number. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Optional<UUID> find(String oldNumber) {
        return index.candidates(Set.of(Sign.ofOldNumber(oldNumber)), Within.ALL, 1).stream()
                .findFirst();
    }

    /** As old numbers are compared: letters in capitals and digits, nothing between them. */
    public static String folded(String oldNumber) {
        return Sign.ofOldNumber(oldNumber).value();
    }

    /** Until the transaction ends, nobody else registers a case of this old number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdNumber(String oldNumber) {
        sql.all(
                "select pg_advisory_xact_lock(?, ?)",
                row -> true,
                LOCKS,
                folded(oldNumber).hashCode());
    }

    /**
     * Registers it, its number held and not known; its ends are computed once its documents are there.
     *
     * @param parent the case it arises from
     * @param rule that lets it in
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CaseFile register(Caller caller, Prepared prepared, UUID importId, Optional<UUID> parent, String rule) {
        Policy policy = policies.policy();
        OldCase old = prepared.file();
        List<CaseState> states = states(policy, old);
        Deadline deadline = states.isEmpty() ? deadline(policy, old) : new Deadline.NotSet();
        CaseFile file = registration.register(
                caller,
                new CaseRegistration.Past(old, importId, parent),
                plan(policy, old),
                new CaseRegistration.Names(CaseOpening.randomNumber(), codeHash, deadline, rule, Optional.empty()),
                new CaseRegistration.Ids(
                        prepared.caseId(),
                        prepared.persons().stream()
                                .map(CaseParty.Person::subjectId)
                                .toList()));
        states.forEach(file::moveTo);
        ZoneId zone = policy.meta().timeZone();
        old.events()
                .forEach(event -> rows.add(new CaseEvent(
                        Randoms.id(),
                        file.id(),
                        event,
                        new CaseEvent.Recording(event.on().atStartOfDay(zone).toInstant(), RECORDED_BY, false))));
        rows.flush();
        return file;
    }

    /** Counted from the day it was received, where the years since are loaded. */
    private static Deadline deadline(Policy policy, OldCase old) {
        NewCase lodged = old.lodged();
        return lodged.service()
                .flatMap(policy::service)
                .map(service -> policy.decideBy(service, old.receivedOn(), lodged.term(), lodged.feePaid()))
                .orElseGet(Deadline.NotSet::new);
    }
}
