package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.disclosure.GroundCode;
import muhafiz.domain.disclosure.Secrecy;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.Situation;
import muhafiz.service.casefile.KnownPersons;
import muhafiz.service.disclosure.DisclosureRights.Towards;
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureView.Register;
import muhafiz.service.policy.PolicyInForce;

/** Puts a disclosure together for who may see it. Within the transaction of the look. */
@ApplicationScoped
class DisclosurePicture {
    /** In the sealed basis: that the named agreement records adequate protection. */
    static final String ADEQUACY = "adequacy";

    private final DisclosureRows rows;
    private final DisclosureSeal seal;
    private final PolicyInForce policies;
    private final KnownPersons known;
    private final InstantSource clock;

    @Inject
    DisclosurePicture(
            DisclosureRows rows, DisclosureSeal seal, PolicyInForce policies, KnownPersons known, InstantSource clock) {
        this.rows = rows;
        this.seal = seal;
        this.policies = policies;
        this.known = known;
        this.clock = clock;
    }

    DisclosureView of(Row row) {
        return new DisclosureView(
                row.id(),
                state(row, clock.instant()),
                row.ground(),
                shown(register(row)),
                awaited(row),
                rows.approvals(row.id()),
                new DisclosureView.Times(
                        row.proposedAt(),
                        row.until(),
                        row.steps().disclosedAt(),
                        row.steps().recalledAt()),
                row.secretUntil(),
                isSecret(row),
                rows.sent(row.id()));
    }

    /** Once everybody was forgotten whom it was about, only whom it went to: somebody must still tell them. */
    private Register shown(Register register) {
        Set<UUID> persons = new TreeSet<>();
        register.documents().forEach(paper -> persons.addAll(paper.persons()));
        if (persons.isEmpty() || !known.among(persons).isEmpty()) {
            return register;
        }
        Map<String, String> office = new TreeMap<>(register.recipient());
        office.keySet().retainAll(Set.of("name", "country"));
        return new Register(office, Map.of(), Set.of(), List.of());
    }

    Register register(Row row) {
        return RegisterText.read(seal.register(row));
    }

    private static String state(Row row, Instant now) {
        DisclosureRows.Steps steps = row.steps();
        if (steps.recalledAt().isPresent()) {
            return "recalled";
        }
        if (row.isOver(now)) {
            return "ended";
        }
        if (steps.disclosedAt().isPresent()) {
            return "disclosed";
        }
        return steps.approvedAt().isPresent() ? "approved" : "proposed";
    }

    /** Whether the person is not told of it today. */
    boolean isSecret(Row row) {
        return row.secretUntil()
                .map(Secrecy::new)
                .filter(secrecy -> secrecy.holdsOn(today()))
                .isPresent();
    }

    /** Roles that still have to approve it. */
    Set<String> awaited(Row row) {
        Set<String> awaited = new TreeSet<>(ground(row.ground()).approve());
        if (row.special()) {
            awaited.addAll(ground(row.ground()).ifSpecial());
        }
        rows.approvals(row.id()).forEach(approval -> awaited.remove(approval.role()));
        return awaited;
    }

    DisclosureGround ground(String code) {
        return policies.policy().disclosureGround(code).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    static Towards towards(String ground, Register register) {
        return towards(ground, Optional.ofNullable(register.recipient().get("country")), register.basis());
    }

    /** Foreign is what is abroad or international, and what nobody has placed. */
    static Towards towards(String ground, Optional<String> country, Map<String, String> basis) {
        Set<Situation> lifting = EnumSet.noneOf(Situation.class);
        if (basis.containsKey(ADEQUACY)) {
            lifting.add(Situation.ADEQUATE_PROTECTION_RECORDED);
        }
        boolean isHere = country.filter(DisclosureRights.HOME::equals).isPresent();
        return new Towards(
                country,
                !isHere || ground.equals(GroundCode.D_IO.code()),
                lifting,
                Optional.ofNullable(basis.get("consent")));
    }

    static List<DisclosureView.Paper> leaving(Register register) {
        return register.documents().stream()
                .filter(DisclosureView.Paper::leaves)
                .toList();
    }
}
