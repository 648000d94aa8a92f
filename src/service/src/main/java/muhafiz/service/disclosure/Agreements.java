package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.domain.disclosure.Agreement;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;

/**
 * Agreements with bodies that get something regularly: stated by who keeps the register, read by who proposes or approves disclosures. Every
 * version is kept; the newest counts for what is proposed from then on.
 */
@ApplicationScoped
public class Agreements {
    private static final String PURPOSE = "P-LEGAL";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Turn turn;
    private final PolicyInForce policies;

    @Inject
    Agreements(Turn turn, PolicyInForce policies) {
        this.turn = turn;
        this.policies = policies;
    }

    /** What an agreement says. */
    public record Terms(
            String body,
            Agreement.Legal legal,
            Set<String> fields,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            Optional<String> adequacy) {
        public Terms {
            fields = new TreeSet<>(fields);
        }
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public Agreement view(Caller caller, String id) {
        return turn.view(wanted(caller, Action.READ_META), id).orThrow();
    }

    /**
     * States it, or states it anew.
     *
     * @return its new version
     * @throws RefusedException {@code malformed}, {@code not-allowed}
     */
    public Agreement put(Caller caller, String id, Terms terms) {
        require(id.matches(ID), "id", "an agreement's id has up to 64 letters, digits, dots, dashes and underscores");
        require(!terms.body().isBlank(), "body", "an agreement names a body");
        require(!terms.fields().isEmpty(), "fields", "an agreement lists at least one field");
        Set<String> known = PackedFields.known();
        policies.policy().kinds().stream().map(DocumentKind::id).forEach(known::add);
        require(
                known.containsAll(terms.fields()),
                "fields",
                "fields are members of a party, number, and kinds of documents");
        require(
                terms.validUntil().filter(terms.validFrom()::isAfter).isEmpty(),
                "validUntil",
                "an agreement ends after it begins");
        return turn.put(wanted(caller, Action.INGEST), id, terms).orThrow();
    }

    private static Wanted wanted(Caller caller, Action action) {
        return new Wanted(caller, action, PURPOSE, Optional.empty());
    }

    private static void require(boolean holds, String member, String detail) {
        if (!holds) {
            throw new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
        }
    }

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private static final Set<Action> TAKING_PART = Set.of(Action.DISCLOSE_PROPOSE, Action.APPROVE_DISCLOSURE);

        private final DisclosureRights rights;
        private final DisclosureEntries entries;
        private final AgreementRows rows;
        private final PolicyInForce policies;
        private final InstantSource clock;

        @Inject
        Turn(
                DisclosureRights rights,
                DisclosureEntries entries,
                AgreementRows rows,
                PolicyInForce policies,
                InstantSource clock) {
            this.rights = rights;
            this.entries = entries;
            this.rows = rows;
            this.policies = policies;
            this.clock = clock;
        }

        public Answer<Agreement> view(Wanted wanted, String id) {
            Optional<String> rule = takesPart(wanted.caller());
            if (rule.isEmpty()) {
                return entries.notAllowed(wanted);
            }
            Optional<Agreement> found = rows.find(id);
            if (found.isEmpty()) {
                return entries.no(wanted, Refusal.NOT_FOUND, "there is no such agreement");
            }
            entries.ofNobody(wanted, "read_meta", rule.get(), Map.of("what", "agreement"));
            return Answer.done(found.get());
        }

        /** The grant by which the caller proposes or approves disclosures at all. */
        private Optional<String> takesPart(Caller caller) {
            return policies.policy().grants().stream()
                    .filter(grant -> grant.role().equals(caller.role()))
                    .filter(grant -> grant.actions().stream().anyMatch(TAKING_PART::contains))
                    .map(grant -> grant.id())
                    .findFirst();
        }

        public Answer<Agreement> put(Wanted wanted, String id, Terms terms) {
            Optional<String> rule = rights.keeps(wanted.caller(), wanted.purpose());
            if (rule.isEmpty()) {
                return entries.notAllowed(wanted);
            }
            int version = rows.find(id).map(Agreement::version).orElse(0) + 1;
            Agreement made = new Agreement(
                    id,
                    version,
                    terms.body(),
                    terms.legal(),
                    terms.fields(),
                    new Agreement.Validity(terms.validFrom(), terms.validUntil()),
                    terms.adequacy());
            rows.add(made, wanted.caller().user(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
            entries.ofNobody(
                    wanted, "disclose", rule.get(), Map.of("what", "agreement", "version", Integer.toString(version)));
            return Answer.done(made);
        }
    }
}
