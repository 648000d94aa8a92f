package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.RequestTerms;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.policy.PolicyInForce;

/** The transactions upon one request, and the register's list: decide, lock, change, log. */
@ApplicationScoped
class RequestDesk {
    private final RequestRows rows;
    private final RequestText text;
    private final Persons persons;
    private final RequestRights rights;
    private final RequestEntries entries;
    private final Earlier earlier;
    private final Remembered remembered;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    RequestDesk(
            RequestRows rows,
            RequestText text,
            Persons persons,
            RequestRights rights,
            RequestEntries entries,
            Earlier earlier,
            Remembered remembered,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = rows;
        this.text = text;
        this.persons = persons;
        this.rights = rights;
        this.entries = entries;
        this.earlier = earlier;
        this.remembered = remembered;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A request that is being worked on.
     *
     * @param persons whom it names, and who is one with them today
     */
    record Open(RequestRow row, JsonObject text, Set<UUID> persons, Policy policy, LocalDate today) {
        RequestTerms terms(JsonObject said) {
            return RequestTerms.of(
                    policy,
                    policy.requestKind(row.came().right().id()).orElseThrow(),
                    Fields.course(said, row.receivedOn(policy.meta().timeZone())));
        }
    }

    /** What a step makes of it. */
    record Changed(RequestRow row, JsonObject text, Map<String, String> facts) {}

    /** A step; whatever it refuses, it throws, and nothing has happened then. */
    interface Step {
        Changed take(Open open);
    }

    /**
     * @param action what the policy is asked about
     * @param word what the log calls it
     */
    record Deed(Action action, String word) {}

    /** @throws RefusedException {@code not-allowed}, {@code not-found}, and the step's; to be put on record by {@link #refused} */
    @Transactional
    public RequestView take(Caller caller, String number, Deed deed, Step step) {
        AccessDecision decision = rights.may(caller, deed.action(), RequestRights.PURPOSE);
        if (!decision.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role decides on no requests");
        }
        RequestRow row = rows.lock(number).orElseThrow(RequestDesk::unknown);
        JsonObject said = text.open(row)
                .orElseThrow(() -> new RefusedException(
                        Refusal.REQUEST_DECIDED, "it was answered, and what it said is forgotten"));
        Open open = new Open(row, said, persons.same(Fields.persons(said)), policies.policy(), today());
        Changed changed = step.take(open);
        RequestRow saved = changed.row().telling(text.again(changed.row(), changed.text()));
        rows.save(saved);
        entries.done(
                caller,
                deed.word(),
                decision.rule(),
                RequestEntries.About.of(row, Fields.persons(changed.text())),
                changed.facts());
        return view(saved, Optional.of(changed.text()));
    }

    /** The entry of what was refused, after its transaction was rolled back. */
    @Transactional
    public void refused(Caller caller, Deed deed, Refusal refusal) {
        entries.denied(caller, deed.action(), "request." + refusal.code());
    }

    /** Open ones come by the day that matters next, others by their ids. */
    @Transactional
    public Optional<List<RequestView>> list(Caller caller, String purpose, Listing listing) {
        AccessDecision decision = rights.mayList(caller, purpose);
        if (!decision.isAllowed()) {
            entries.denied(caller, Action.DECIDE_REQUEST, decision.rule());
            return Optional.empty();
        }
        List<RequestView> shown = page(listing, decides(caller));
        entries.done(
                caller,
                "search",
                decision.rule(),
                RequestEntries.About.register(),
                Map.of("what", "requests", "shown", Integer.toString(shown.size())));
        return Optional.of(shown);
    }

    /** As many as are wanted, while there are any: whoever does not decide does not see those that are forgotten. */
    private List<RequestView> page(Listing listing, boolean decides) {
        List<RequestView> shown = new ArrayList<>();
        UUID after = listing.after();
        boolean isLast = false;
        while (!isLast && shown.size() < listing.limit()) {
            List<RequestRow> page = listing.state().isEmpty()
                    ? rows.open(today(), after, listing.limit())
                    : rows.inState(listing.state().get(), after, listing.limit());
            remembered.of(page).entrySet().stream()
                    .filter(one -> one.getValue().isPresent() || decides)
                    .map(one -> view(one.getKey(), one.getValue().filter(said -> decides)))
                    .forEach(shown::add);
            isLast = page.size() < listing.limit();
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        }
        return shown.subList(0, Math.min(shown.size(), listing.limit()));
    }

    /** @param state empty for those that are open */
    record Listing(Optional<RequestState> state, UUID after, int limit) {}

    /** Empty where this role sees no requests. @throws RefusedException {@code not-found} */
    @Transactional
    public Optional<RequestView> view(Caller caller, String number, String purpose) {
        AccessDecision decision = rights.may(caller, Action.READ_META, purpose);
        if (!decision.isAllowed()) {
            entries.denied(caller, Action.READ_META, decision.rule());
            return Optional.empty();
        }
        RequestRow row = rows.find(number).orElseThrow(RequestDesk::unknown);
        Optional<JsonObject> said = remembered.of(row);
        boolean decides = decides(caller);
        if (said.isEmpty() && !decides) {
            throw unknown();
        }
        entries.done(
                caller,
                Action.READ_META.word(),
                decision.rule(),
                RequestEntries.About.of(row, said.map(Fields::persons).orElse(Set.of())),
                Map.of("what", "request"));
        return Optional.of(view(
                row, said.filter(text -> decides).map(text -> Fields.with(text, Fields.EARLIER, before(row, text)))));
    }

    /** What a request says, to whoever lodged it. @throws RefusedException {@code not-allowed} below level L2, {@code not-found} */
    @Transactional
    public Optional<JsonObject> own(Caller caller, String number) {
        if (caller.assurance() != Assurance.L2) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this is for who is known at level L2");
        }
        RequestRow row = rows.find(number).orElseThrow(RequestDesk::unknown);
        JsonObject said = text.open(row)
                .filter(words -> caller.person().isPresent()
                        && Fields.text(words, Fields.CABINET).equals(caller.person()))
                .orElseThrow(RequestDesk::unknown);
        entries.done(
                caller,
                Action.READ_STATUS.word(),
                "identity." + caller.assurance().name(),
                RequestEntries.About.of(row, Fields.persons(said)),
                Map.of("what", "certificate"));
        return Optional.of(said);
    }

    /** What a request says only whoever decides on it reads; and of what is forgotten they alone learn that it was, and how it ended. */
    private boolean decides(Caller caller) {
        return rights.may(caller, Action.DECIDE_REQUEST, RequestRights.PURPOSE).isAllowed();
    }

    private JsonObject before(RequestRow row, JsonObject said) {
        ZoneId zone = policies.policy().meta().timeZone();
        return earlier.before(row, persons.same(Fields.persons(said)), today(), zone)
                .json();
    }

    private RequestView view(RequestRow row, Optional<JsonObject> said) {
        return RequestView.of(row, said, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such request");
    }
}
