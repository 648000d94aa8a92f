package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.parcel.Receiver;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.disposition.ParcelContents;
import muhafiz.service.policy.PolicyInForce;

/** Disclosures: proposed, approved by others, packed for one recipient, called back, kept secret for a time, listed. */
@ApplicationScoped
public class Disclosures {
    private static final String COUNTRY = "[A-Z]{3}";
    static final String RANDOM_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Gate gate;
    private final ProposalDesk proposals;
    private final DisclosureTurn turn;
    private final DisclosureKeeping keeping;
    private final DisclosureSweep sweep;
    private final ParcelContents contents;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Disclosures(
            Gate gate,
            ProposalDesk proposals,
            DisclosureTurn turn,
            DisclosureKeeping keeping,
            DisclosureSweep sweep,
            ParcelContents contents,
            PolicyInForce policies,
            InstantSource clock) {
        this.gate = gate;
        this.proposals = proposals;
        this.turn = turn;
        this.keeping = keeping;
        this.sweep = sweep;
        this.contents = contents;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Proposes it. Prohibitions are asked first.
     *
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}, {@code restricted}; {@code ground-incomplete}
     *     with {@code missing}, {@code fields-not-agreed} with {@code fields}, {@code secrecy-not-allowed}
     */
    public DisclosureView propose(Caller caller, NewDisclosure made, Why why) {
        check(made);
        return proposals
                .propose(wanted(caller, Action.DISCLOSE_PROPOSE, why), made)
                .orThrow();
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public DisclosureView view(Caller caller, UUID id, Why why) {
        return turn.view(wanted(caller, part(caller), why), id).orThrow();
    }

    /**
     * Approves it.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code restricted}, {@code disclosure-ended}, {@code same-person},
     *     {@code approver-changed}, {@code already-decided}
     */
    public DisclosureView approve(Caller caller, UUID id, Why why) {
        return turn.approve(wanted(caller, Action.APPROVE_DISCLOSURE, why), id).orThrow();
    }

    /**
     * Its package; the entries about it are durable on return. May be asked for again until its time is over.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code restricted}, {@code disclosure-ended}, {@code
     *     approvals-missing} with {@code missing}
     */
    public DisclosurePackage parcel(Caller caller, UUID id, Why why) {
        DisclosureTurn.Going going =
                turn.open(wanted(caller, part(caller), why), id).orThrow();
        return new DisclosurePackage(
                going,
                contents,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                () -> turn.isOpen(id),
                sent -> turn.sent(id, sent));
    }

    /**
     * A page of all of them, or of those whose secrecy is to be looked at by a day.
     *
     * @throws RefusedException {@code not-allowed}
     */
    public List<DisclosureView> list(Caller caller, Optional<LocalDate> reviewBy, Page page, Why why) {
        return keeping.list(wanted(caller, Action.INGEST, why), reviewBy, page.after(), page.limit())
                .orThrow();
    }

    /** @param after the last one of the page before */
    public record Page(UUID after, int limit) {}

    /**
     * Keeps it from the person, or goes on doing so.
     *
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}, {@code secrecy-not-allowed}
     */
    public DisclosureView keepSecret(Caller caller, UUID id, NewDisclosure.Hidden why, Why stated) {
        checkReview(why);
        return keeping.keepSecret(wanted(caller, Action.INGEST, stated), id, why)
                .orThrow();
    }

    /**
     * Calls it back. On return the key of what its packages were made from is destroyed.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code disclosure-ended}
     */
    public DisclosureView recall(Caller caller, UUID id, Why why) {
        DisclosureView recalled =
                keeping.recall(wanted(caller, Action.INGEST, why), id).orThrow();
        sweep.destroyPackings();
        return recalled;
    }

    /** As what the caller takes part: whoever may propose does so, whoever may not approves. */
    private Action part(Caller caller) {
        boolean mayPropose = policies.policy().grants().stream()
                .anyMatch(grant ->
                        grant.role().equals(caller.role()) && grant.actions().contains(Action.DISCLOSE_PROPOSE));
        return mayPropose ? Action.DISCLOSE_PROPOSE : Action.APPROVE_DISCLOSURE;
    }

    private Wanted wanted(Caller caller, Action action, Why why) {
        return new Wanted(caller, action, gate.purpose(caller, action, why), why.ref());
    }

    private void check(NewDisclosure made) {
        DisclosureGround ground =
                policies.policy().disclosureGround(made.ground().code()).orElseThrow();
        require(!made.documents().isEmpty(), "documents", "documents must name at least one");
        made.to()
                .country()
                .ifPresent(code -> require(code.matches(COUNTRY), "country", "country has three letters, such as AZE"));
        made.to().certificate().ifPresent(this::checkCertificate);
        for (String field : made.fields()) {
            require(PackedFields.known().contains(field), "fields", "fields are of " + PackedFields.known());
        }
        Optional.ofNullable(made.basis().get("is"))
                .ifPresent(
                        is -> require(ground.bases().contains(is), "basis", "this ground rests on " + ground.bases()));
        Optional.ofNullable(made.basis().get("decision"))
                .ifPresent(id -> require(id.matches(RANDOM_ID), "basis", "decision is a document's id"));
        made.secrecy().ifPresent(this::checkReview);
        if (made.secrecy().isPresent() && !ground.mayHide()) {
            throw new RefusedException(Refusal.SECRECY_NOT_ALLOWED, "nothing is kept secret on this ground");
        }
    }

    private void checkCertificate(String certificate) {
        try {
            Receiver.ofPem(certificate, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, String.valueOf(e.getMessage()), Map.of("member", "certificate"));
        }
    }

    private void checkReview(NewDisclosure.Hidden why) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        require(!why.ground().isBlank(), "ground", "a secrecy has a ground");
        require(why.reviewOn().isAfter(today), "reviewOn", "a secrecy is reviewed after today");
    }

    private static void require(boolean holds, String member, String detail) {
        if (!holds) {
            throw new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
        }
    }
}
