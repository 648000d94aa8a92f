package muhafiz.service.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.NewPersons;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.destruction.Target;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of consents: given, listed, ended. */
@ApplicationScoped
@Transactional
class ConsentDesk {
    private static final int SOME = 100;

    private final ConsentRows rows;
    private final ConsentSeal seal;
    private final Destruction destruction;
    private final NewPersons persons;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    ConsentDesk(
            DataSource database,
            ConsentSeal seal,
            Destruction destruction,
            NewPersons persons,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = new ConsentRows(database);
        this.seal = seal;
        this.destruction = destruction;
        this.persons = persons;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whoever was let in, and by which rule. */
    record Admitted(Caller caller, String rule) {}

    public UUID give(Admitted admitted, NewConsent given, RecordClass recordClass) {
        UUID id = Randoms.id();
        ConsentRows.Facts facts = new ConsentRows.Facts(
                given.consent().purpose(),
                recordClass.id(),
                policies.policy().version(),
                given.language(),
                given.consent().terms().until());
        ConsentRows.Row row = new ConsentRows.Row(
                id,
                facts,
                persons.add(),
                Optional.of(seal.says(id, given.consent(), recordClass.id())),
                given.email().map(email -> seal.address(id, email, recordClass.id())),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                false);
        rows.add(row, seal.cabinet(admitted.caller()));
        log.write(entry(admitted, "ingest", row).with("what", "consent given"));
        return id;
    }

    /** Ends one that is the caller's. One that has ended already stays as it is. @return false where there is none */
    public boolean withdraw(Admitted admitted, UUID id) {
        Optional<ConsentRows.Row> row = rows.lock(id, seal.cabinet(admitted.caller()));
        row.ifPresentOrElse(
                found -> {
                    log.write(entry(admitted, "restrict", found).with("what", "consent withdrawn"));
                    end(found, "withdrawn");
                },
                () -> log.write(denied(admitted.caller())));
        return row.isPresent();
    }

    private void end(ConsentRows.Row row, String by) {
        if (!row.hasEnded()) {
            Target person = new Target(Target.Kind.PERSON, row.person());
            UUID order = destruction.order("consent-" + by, List.of(person), ConsentSeal.leaves(row));
            rows.end(row.id(), by, now(), order);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Those that stand: for a purpose, or a person's own. */
    public List<Subscription> list(Admitted admitted, Optional<String> purpose, UUID after, int most) {
        List<ConsentRows.Row> page = seal.kept(purpose.map(id -> rows.page(id, today(), after, most))
                .orElseGet(() -> rows.own(seal.cabinet(admitted.caller()), today(), after, most)));
        page.forEach(row -> log.write(
                entry(admitted, "read_meta", row, Set.of(row.person())).with("what", "subscription")));
        if (page.isEmpty()) {
            log.write(new Act(
                    admitted.caller(),
                    "read_meta",
                    new Act.Ground(purpose.orElse(""), ""),
                    Act.Outcome.done(admitted.rule()),
                    Act.About.NOBODY,
                    Map.of("what", "subscriptions")));
        }
        return page.stream().map(this::shown).toList();
    }

    private Subscription shown(ConsentRows.Row row) {
        ConsentRows.Facts facts = row.facts();
        return new Subscription(
                row.id(), facts.purpose(), facts.language(), seal.email(row), row.givenAt(), facts.until());
    }

    /** Ends some whose last day has passed. @return how many */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int expire() {
        Admitted archive = new Admitted(Caller.archive(Randoms.id().toString()), "consent.expired");
        List<ConsentRows.Row> over = rows.over(today(), SOME);
        over.forEach(row -> {
            log.write(entry(archive, "shred", row).with("what", "consent expired"));
            end(row, "expired");
        });
        return over.size();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    /** About its person, as long as there is one. */
    private Act entry(Admitted admitted, String word, ConsentRows.Row row) {
        return entry(admitted, word, row, seal.kept(List.of(row)).isEmpty() ? Set.of() : Set.of(row.person()));
    }

    private static Act entry(Admitted admitted, String word, ConsentRows.Row row, Set<UUID> person) {
        return new Act(
                admitted.caller(),
                word,
                new Act.Ground(row.facts().purpose(), Consents.BASIS),
                Act.Outcome.done(admitted.rule()),
                new Act.About(person, Optional.empty(), Optional.empty()),
                Map.of("consent", row.id().toString(), "class", row.facts().recordClass()));
    }

    private static Act denied(Caller caller) {
        return new Act(
                caller,
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied("unknown"),
                Act.About.NOBODY,
                Map.of("asked", "consent"));
    }
}
