package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.RequestTerms;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.policy.PolicyInForce;

/** The transaction in which a request is received: the row, what it stops at once, the entry. A request is never turned away. */
@ApplicationScoped
class Lodging {
    private static final long NUMBERS = 100_000_000_000L;
    private static final String DPO = "dpo";

    private final RequestRows rows;
    private final RequestText text;
    private final Persons persons;
    private final Effects effects;
    private final RequestEntries entries;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Lodging(
            RequestRows rows,
            RequestText text,
            Persons persons,
            Effects effects,
            RequestEntries entries,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = rows;
        this.text = text;
        this.persons = persons;
        this.effects = effects;
        this.entries = entries;
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional
    public Received receive(Caller caller, NewRequest lodged, String rule) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Persons.Meant meant = meant(caller, lodged);
        Policy policy = policies.policy();
        Instant at = lodged.receivedAt().orElse(now).truncatedTo(ChronoUnit.SECONDS);
        JsonObject said = Fields.of(lodged, meant.persons(), caller.person());
        RequestTerms terms = RequestTerms.of(
                policy,
                policy.requestKind(lodged.right().id()).orElseThrow(),
                Fields.course(said, LocalDate.ofInstant(at, policy.meta().timeZone())));
        UUID id = Randoms.id();
        RequestRow row = new RequestRow(
                id,
                freshNumber(),
                new RequestRow.Came(lodged.right(), lodged.channel(), lodged.capacity(), at, policy.version()),
                RequestState.RECEIVED,
                level(caller, meant),
                terms,
                Optional.empty(),
                text.first(id, said, now));
        rows.add(row);
        stopAtOnce(caller, row, meant, lodged.purpose());
        entries.done(
                caller,
                "ingest",
                rule,
                RequestEntries.About.of(row, meant.persons()),
                Map.of("what", "request", "kind", lodged.right().id(), "channel", lodged.channel()));
        return new Received(row.number(), terms.refuseBy(), terms.answerBy(), terms.warnings());
    }

    /** Being known proves something of one's own files only: whose files somebody else's are, the officer finds out. */
    private static Assurance level(Caller caller, Persons.Meant meant) {
        return caller.person().isPresent() && !meant.isOwn() ? Assurance.L0 : caller.assurance();
    }

    /** The portal names a person's cabinet, a number, or both; others name a number or a person. */
    private Persons.Meant meant(Caller caller, NewRequest lodged) {
        return lodged.subject()
                .map(subject -> persons.meant(subject, caller.person()))
                .or(() -> caller.person().map(persons::of))
                .orElse(Persons.Meant.NOBODY);
    }

    /** From level L1 on for one's own files, or where the data-protection officer lodges it; otherwise with the identity. */
    private void stopAtOnce(Caller caller, RequestRow row, Persons.Meant meant, Optional<String> purpose) {
        boolean isKnown = caller.role().equals(DPO) || (meant.isOwn() && caller.assurance() != Assurance.L0);
        if (row.came().right().hasInterimEffect() && isKnown) {
            stop(caller, row, meant.persons(), purpose);
        }
    }

    private void stop(Caller caller, RequestRow row, Set<UUID> who, Optional<String> purpose) {
        int files = effects.stop(row, who, purpose, caller.user());
        entries.done(
                caller,
                "restrict",
                "requests." + row.came().right().id() + ".interim",
                RequestEntries.About.of(row, who),
                Map.of("files", Integer.toString(files), "purpose", purpose.orElse("all")));
    }

    private static String freshNumber() {
        long random = ByteBuffer.wrap(Randoms.bytes(Long.BYTES)).getLong() >>> 1;
        return String.format(Locale.ROOT, "R-%011d", random % NUMBERS);
    }
}
