package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** What takes two custodians: the first one's wish waits an hour for the second. Both are entries. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TwoCustodians {
    private static final Duration WAITS = Duration.ofHours(1);

    private final RequestRows rows;
    private final Approver approver;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    TwoCustodians(RequestRows rows, Approver approver, AccessLog log, InstantSource clock) {
        this.rows = rows;
        this.approver = approver;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Something that one custodian cannot do.
     *
     * @param what is wanted, such as {@code rotation}
     * @param because why it takes two, by codes; never empty
     * @param rule of the policy that would grant it
     */
    record Wish(String what, Set<String> because, String rule) {
        Wish {
            because = new TreeSet<>(because);
        }
    }

    /**
     * Notes the wish, in place of an earlier one for the same.
     *
     * @return the refusal by which the first custodian learns that a second must confirm, and until when
     */
    public RefusedException ask(Caller caller, Wish wish) {
        Instant now = clock.instant();
        rows.put(new RequestRows.Request(wish.what(), wish.because(), caller.user(), now));
        log.write(entry(caller, wish, Act.Outcome.failed("two-custodians"), "asked for"));
        return needed(wish, now.plus(WAITS));
    }

    /**
     * Takes the first custodian's wish; from the commit on it may be carried out, once.
     *
     * @throws RefusedException {@code not-found} where nobody wishes it, {@code two-custodians} where the same person does, or for
     *     fewer reasons than there are now, {@code approver-changed}
     */
    public void confirm(Caller caller, Wish wish) {
        Instant now = clock.instant();
        RequestRows.Request request = living(wish.what(), now)
                .orElseThrow(() -> new RefusedException(
                        Refusal.NOT_FOUND, "no custodian has asked for this within the last hour"));
        if (request.askedBy().equals(caller.user()) || !request.because().containsAll(wish.because())) {
            throw needed(wish, request.askedAt().plus(WAITS));
        }
        approver.require(caller, Set.of(request.askedBy()));
        rows.remove(wish.what());
        log.write(entry(caller, wish, Act.Outcome.done(wish.rule()), "confirmed"));
    }

    /** Whether somebody else than this custodian has wished it. */
    public boolean isWishedByAnother(Caller caller, String what) {
        return living(what, clock.instant())
                .filter(request -> !request.askedBy().equals(caller.user()))
                .isPresent();
    }

    private Optional<RequestRows.Request> living(String what, Instant now) {
        return rows.hold(what).filter(request -> now.isBefore(request.askedAt().plus(WAITS)));
    }

    private static RefusedException needed(Wish wish, Instant until) {
        return new RefusedException(
                Refusal.TWO_CUSTODIANS,
                "another custodian must confirm this, see the member until",
                Map.of("because", String.join(" ", wish.because()), "until", until.toString()));
    }

    private static Act entry(Caller caller, Wish wish, Act.Outcome outcome, String step) {
        return new Act(
                caller,
                "key_operation",
                new Act.Ground(KeyRotation.PURPOSE, ""),
                outcome,
                Act.About.NOBODY,
                Map.of("what", wish.what() + " " + step, "because", String.join(" ", wish.because())));
    }
}
