package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Clock;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Takes;
import muhafiz.domain.request.Ground;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.Right;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.caller.Why;
import muhafiz.service.destruction.CertificateDesk;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.request.RequestDesk.Changed;
import muhafiz.service.request.RequestDesk.Deed;
import muhafiz.service.request.RequestDesk.Open;
import muhafiz.service.request.RequestDesk.Step;

/** What persons ask of the archive: received in any channel, identified, decided, answered. Every act and every refusal is an entry. */
@ApplicationScoped
public class Requests {
    private static final Deed DECIDE = new Deed(Action.DECIDE_REQUEST, Action.DECIDE_REQUEST.word());
    /** The only case in which the law on personal data lengthens its term (PDL art. 12). */
    public static final String THIRD_PARTY = "information_needed_from_third_party";

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    /** So late the portal may hand in what it took. */
    private static final Duration HANDED_IN_WITHIN = Duration.ofDays(1);

    private final Lodging lodging;
    private final RequestDesk desk;
    private final RequestRights rights;
    private final Deciding deciding;
    private final Closing closing;
    private final Effects effects;
    private final Persons persons;
    private final CertificateDesk certificates;
    private final Gate gate;
    private final Witness witness;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Requests(
            Lodging lodging,
            RequestDesk desk,
            RequestRights rights,
            Deciding deciding,
            Closing closing,
            Effects effects,
            Persons persons,
            CertificateDesk certificates,
            Gate gate,
            Witness witness,
            PolicyInForce policies,
            InstantSource clock) {
        this.lodging = lodging;
        this.desk = desk;
        this.rights = rights;
        this.deciding = deciding;
        this.closing = closing;
        this.effects = effects;
        this.persons = persons;
        this.certificates = certificates;
        this.gate = gate;
        this.witness = witness;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Receives a request. Whether the archive holds anything of the person is not told.
     *
     * @throws RefusedException {@code malformed}, {@code channel-not-accepted}, {@code not-allowed}
     */
    public Received lodge(Caller caller, NewRequest lodged) {
        AccessDecision decision = rights.mayLodge(caller);
        if (!decision.isAllowed()) {
            witness.write(new Act(
                    caller,
                    "denied",
                    new Act.Ground(RequestRights.PURPOSE, ""),
                    Act.Outcome.denied(decision.rule()),
                    Act.About.NOBODY,
                    Map.of("asked", Action.OPEN_REQUEST.word())));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role lodges no requests");
        }
        check(caller, lodged);
        return lodging.receive(caller, lodged, decision.rule());
    }

    private void check(Caller caller, NewRequest lodged) {
        Policy policy = policies.policy();
        if (policy.requestKind(lodged.right().id()).isEmpty()) {
            throw malformed("kind", "the policy knows no request of this kind");
        }
        if (policy.channel(lodged.channel())
                .filter(way -> way.takes(Takes.REQUESTS))
                .isEmpty()) {
            throw new RefusedException(Refusal.CHANNEL_NOT_ACCEPTED, "no request is taken in by this channel");
        }
        lodged.purpose().filter(id -> policy.purpose(id).isEmpty()).ifPresent(id -> {
            throw malformed("purpose", "the policy knows no such purpose");
        });
        if (lodged.right() == Right.OBJECT && lodged.purpose().isEmpty()) {
            throw malformed("purpose", "an objection names the purpose");
        }
        if (lodged.capacity() != Capacity.SELF && lodged.authority().isEmpty()) {
            throw malformed("authority", "who asks for somebody else says by what authority");
        }
        Instant earliest = caller.isStaff() ? Instant.EPOCH : clock.instant().minus(HANDED_IN_WITHIN);
        lodged.receivedAt().filter(earliest::isAfter).ifPresent(at -> {
            throw malformed("receivedAt", "the office says when something came on an earlier day");
        });
        lodged.receivedAt().filter(clock.instant().plus(CLOCKS_APART)::isBefore).ifPresent(at -> {
            throw malformed("receivedAt", "it was received now or before");
        });
    }

    /** The register: open requests by the day that matters next, or those in one state. @throws RefusedException {@code not-allowed} */
    public List<RequestView> list(Caller caller, Optional<RequestState> state, UUID after, int limit, Why why) {
        String purpose = gate.purpose(caller, Action.OPEN_REQUEST, why);
        return desk.list(caller, purpose, new RequestDesk.Listing(state, after, limit))
                .orElseThrow(Requests::notAllowed);
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public RequestView view(Caller caller, String number, Why why) {
        String purpose = gate.purpose(
                caller, Action.READ_META, new Why(why.purpose(), why.ref().or(() -> Optional.of(number))));
        Deed deed = new Deed(Action.READ_META, Action.READ_META.word());
        return onRecord(caller, deed, () -> desk.view(caller, number, purpose)).orElseThrow(Requests::notAllowed);
    }

    /**
     * How somebody came to be known.
     *
     * @param means one of the policy's for that level
     * @param persons whom the archive knows them as; none where it stays with whom the request named
     */
    public record Identity(Assurance level, String means, Set<UUID> persons) {
        public Identity {
            persons = Set.copyOf(persons);
        }
    }

    /**
     * Says how surely whoever asks is known, by what means; who looked and when is kept, no copy of any paper. What waits for that is
     * stopped now.
     *
     * @throws RefusedException {@code malformed} where the policy knows no such means of that level, {@code request-decided}
     */
    public RequestView identify(Caller caller, String number, Identity identity) {
        Assurance level = identity.level();
        String means = identity.means();
        boolean isMeans = policies.policy()
                .identityLevel(level.name())
                .filter(known -> known.means().contains(means))
                .isPresent();
        if (!isMeans) {
            throw malformed("method", "the policy knows no such means of this level");
        }
        return take(caller, number, DECIDE, open -> {
            Open known = undecided(open);
            requireKnown(identity.persons());
            Set<UUID> persons = identity.persons().isEmpty() ? Fields.persons(known.text()) : identity.persons();
            JsonObject proven = Json.createObjectBuilder()
                    .add("level", level.name())
                    .add("method", means)
                    .add("by", caller.user())
                    .add("at", now().toString())
                    .add(Fields.NAMED, !identity.persons().isEmpty())
                    .build();
            JsonObject said = Fields.with(Fields.resumed(known.text(), known.today()), Fields.IDENTITY, proven);
            said = Fields.with(said, Fields.PERSONS, Fields.ids(persons));
            RequestRow row =
                    known.row().known(level).in(RequestState.IDENTIFIED).by(known.terms(said));
            if (row.came().right().hasInterimEffect() && level != Assurance.L0) {
                effects.stop(row, persons, Fields.text(said, Fields.PURPOSE), caller.user());
            }
            return new Changed(row, said, Map.of("what", "identity", "level", level.name(), "method", means));
        });
    }

    private void requireKnown(Set<UUID> named) {
        if (!persons.areThere(named)) {
            throw malformed("subjects", "the archive has no such person");
        }
    }

    /** Who asks is in doubt and is asked for proof: the clock stands until they are known. */
    public RequestView askForProof(Caller caller, String number) {
        return take(caller, number, DECIDE, open -> {
            Open known = undecided(open);
            if (known.row().state() == RequestState.ASKED_FOR_PROOF) {
                throw new RefusedException(Refusal.REQUEST_DECIDED, "proof was asked for already");
            }
            var said = Fields.paused(known.text(), known.today());
            return new Changed(
                    known.row().in(RequestState.ASKED_FOR_PROOF).by(known.terms(said)),
                    said,
                    Map.of("what", "proof asked for"));
        });
    }

    /**
     * Takes the longer term, once.
     *
     * @param ground the case that the law names for it
     * @throws RefusedException {@code term-not-extended} where the law of this request knows no longer term in that case, or it was taken
     */
    public RequestView extend(Caller caller, String number, String ground, RequestState next) {
        return take(caller, number, DECIDE, open -> {
            Open known = undecided(open);
            Clock terms = known.policy()
                    .requestKind(known.row().came().right().id())
                    .flatMap(kind -> known.policy().clock(kind.clock()))
                    .orElseThrow();
            boolean isGiven = terms.extend()
                    .filter(more ->
                            more.onlyIf().filter(only -> !only.equals(ground)).isEmpty())
                    .isPresent();
            if (!isGiven || known.text().containsKey(Fields.EXTENDED)) {
                throw new RefusedException(
                        Refusal.TERM_NOT_EXTENDED,
                        "the law extends this term once, and only if "
                                + terms.extend()
                                        .flatMap(Clock.Extension::onlyIf)
                                        .orElse("it says so"));
            }
            var said = Fields.with(known.text(), Fields.EXTENDED, ground);
            return new Changed(known.row().in(next).by(known.terms(said)), said, Map.of("what", "extended"));
        });
    }

    /**
     * What is decided.
     *
     * @param ground of a refusal, or of the part that is refused
     * @param withheld documents that reveal a minor's secret of origin, and are left out of the answer
     */
    public record Ruling(
            RequestOutcome outcome, Optional<String> ground, Optional<String> explanation, Set<UUID> withheld) {
        public Ruling {
            withheld = Set.copyOf(withheld);
        }
    }

    /** Decides. @throws RefusedException {@code request-decided}, {@code identity-needed}, {@code outcome-not-accepted} */
    public RequestView decide(Caller caller, String number, Ruling ruling) {
        Optional<Ground> stated = ruling.ground()
                .map(id -> Ground.stated(id)
                        .filter(known -> policies.policy().refusalGround(id).isPresent())
                        .orElseThrow(() -> malformed("ground", "this ground is not one that a person states")));
        Deciding.Word word = new Deciding.Word(ruling.outcome(), stated, ruling.explanation(), ruling.withheld());
        return take(caller, number, DECIDE, open -> deciding.decide(caller, open, word));
    }

    /** It belongs to another body, or the person takes it back. */
    public RequestView close(Caller caller, String number, RequestOutcome outcome, Optional<String> note) {
        return take(caller, number, DECIDE, open -> closing.close(caller, undecided(open), outcome, note));
    }

    /** The answer was handed over. Where everything was destroyed, what the request says of the person dies now. */
    public RequestView deliver(Caller caller, String number, String method) {
        return take(caller, number, DECIDE, open -> closing.deliver(open, method, caller.user()));
    }

    /**
     * The certificate of what was destroyed because of the request, as JSON, with as many parts as have happened: for the officer, and for
     * whoever lodged it through the portal and is known at level L2.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found} where nothing was destroyed
     */
    public String certificate(Caller caller, String number, Why why) {
        Deed deed = new Deed(Action.READ_STATUS, Action.READ_STATUS.word());
        Optional<JsonObject> said = caller.isPortal()
                ? onRecord(caller, deed, () -> desk.own(caller, number))
                : view(caller, number, why).said();
        return said.flatMap(Deciding::order)
                .flatMap(certificates::shownToTheEntitled)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "nothing was destroyed because of it yet"));
    }

    private RequestView take(Caller caller, String number, Deed deed, Step step) {
        return onRecord(caller, deed, () -> desk.take(caller, number, deed, step));
    }

    private interface Doing<T> {
        T done();
    }

    private <T> T onRecord(Caller caller, Deed deed, Doing<T> doing) {
        try {
            return doing.done();
        } catch (RefusedException refused) {
            desk.refused(caller, deed, refused.refusal());
            throw refused;
        }
    }

    private static Open undecided(Open open) {
        if (!open.row().state().isOpen()) {
            throw new RefusedException(Refusal.REQUEST_DECIDED, "it was decided already");
        }
        return open;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The office's day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    private static RefusedException notAllowed() {
        return new RefusedException(Refusal.NOT_ALLOWED, "this role sees no requests");
    }

    private static RefusedException malformed(String member, String detail) {
        return new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
    }
}
