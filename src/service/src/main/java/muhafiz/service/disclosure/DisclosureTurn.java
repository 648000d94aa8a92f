package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.parcel.Receiver;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.casefile.RestrictedFile;
import muhafiz.service.disclosure.DisclosureRights.Paper;
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureView.Approval;
import muhafiz.service.disclosure.DisclosureView.Register;

/** The transactions of a disclosure's way out: seen, approved, packed. Each writes its entries whatever comes of it. */
@ApplicationScoped
@Transactional
class DisclosureTurn {
    private static final List<Action> TAKING_PART = List.of(Action.DISCLOSE_PROPOSE, Action.APPROVE_DISCLOSURE);

    private final DisclosureRights rights;
    private final DisclosureEntries entries;
    private final DisclosureRows rows;
    private final DisclosureSeal seal;
    private final DisclosurePicture picture;
    private final Approver approver;
    private final InstantSource clock;

    @Inject
    DisclosureTurn(
            DisclosureRights rights,
            DisclosureEntries entries,
            DisclosureRows rows,
            DisclosureSeal seal,
            DisclosurePicture picture,
            Approver approver,
            InstantSource clock) {
        this.rights = rights;
        this.entries = entries;
        this.rows = rows;
        this.seal = seal;
        this.picture = picture;
        this.approver = approver;
        this.clock = clock;
    }

    /** A disclosure whose row is held, with those of its documents that are left. */
    private record Held(Row row, Register register, List<Paper> papers) {
        /** Whether all of it is there as it was proposed: filed under no other kind since, and in no other person's case. */
        boolean isWhole() {
            return register.documents().stream()
                    .allMatch(told -> papers.stream().anyMatch(paper -> isThat(paper, told)));
        }

        private static boolean isThat(Paper paper, DisclosureView.Paper told) {
            Set<UUID> persons =
                    paper.parties().stream().map(CaseParty::subjectId).collect(Collectors.toSet());
            return paper.document().id().equals(told.id())
                    && paper.document().kind().equals(told.kind())
                    && persons.containsAll(told.persons());
        }
    }

    private Optional<Held> hold(UUID id) {
        return rows.hold(id)
                .map(row -> new Held(
                        row,
                        picture.register(row),
                        rights.papers(rows.documents(id)).orElse(List.of())));
    }

    public Answer<DisclosureView> view(Wanted wanted, UUID id) {
        Optional<String> keeps = rights.keeps(wanted.caller(), wanted.purpose());
        if (keeps.isEmpty() && !takesPart(wanted)) {
            return entries.notAllowed(wanted);
        }
        Optional<Held> held = hold(id);
        Optional<String> rule = held.flatMap(one -> keeps.or(() -> sees(wanted, one)));
        if (rule.isEmpty()) {
            return entries.unknown(wanted);
        }
        Held one = held.orElseThrow();
        entries.seen(wanted, rule.get(), id, one.register().documents());
        return Answer.done(picture.of(one.row()));
    }

    private boolean takesPart(Wanted wanted) {
        return TAKING_PART.stream().anyMatch(action -> rights.isEverGranted(as(wanted, action)));
    }

    /** The rule by which the caller may propose or approve it. */
    private Optional<String> sees(Wanted wanted, Held held) {
        return TAKING_PART.stream()
                .map(action -> as(wanted, action))
                .filter(rights::isEverGranted)
                .map(one -> rights.decide(one, held.papers()))
                .filter(decision -> !(decision instanceof AccessDecision.Denied))
                .map(AccessDecision::rule)
                .findFirst();
    }

    private static Wanted as(Wanted wanted, Action action) {
        return new Wanted(wanted.caller(), action, wanted.purpose(), wanted.ref());
    }

    public Answer<DisclosureView> approve(Wanted wanted, UUID id) {
        if (!rights.isEverGranted(wanted)) {
            return entries.notAllowed(wanted);
        }
        Optional<Held> held = hold(id);
        if (held.isEmpty() || sees(wanted, held.get()).isEmpty()) {
            return entries.unknown(wanted);
        }
        Held one = held.get();
        AccessDecision decision = decided(wanted, one);
        Optional<Answer<DisclosureView>> refusal =
                this.<DisclosureView>hindrance(wanted, one, decision).or(() -> objection(wanted, one));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.approve(id, new Approval(wanted.caller().user(), wanted.caller().role(), now));
        if (picture.awaited(one.row()).isEmpty()) {
            rows.approved(id, now);
        }
        entries.step(wanted, decision.rule(), id, "approved", one.register().documents());
        return Answer.done(picture.of(rows.hold(id).orElseThrow()));
    }

    private AccessDecision decided(Wanted wanted, Held held) {
        return rights.decide(
                wanted, held.papers(), DisclosurePicture.towards(held.row().ground(), held.register()));
    }

    /** What has come in its way since it was proposed. */
    private <T> Optional<Answer<T>> hindrance(Wanted wanted, Held held, AccessDecision decision) {
        if (held.row().isOver(clock.instant()) || !held.isWhole()) {
            return Optional.of(over(wanted));
        }
        if (decision instanceof AccessDecision.Restricted) {
            return held.papers().stream()
                    .flatMap(paper -> rights.keptFrom(paper, wanted.purpose()).stream())
                    .findFirst()
                    .map(found -> entries.no(wanted, decision.rule(), RestrictedFile.refusal(found)));
        }
        return decision.isAllowed()
                ? Optional.empty()
                : Optional.of(entries.prohibited(
                        wanted, decision.rule(), held.register().documents()));
    }

    private <T> Answer<T> over(Wanted wanted) {
        return entries.no(
                wanted, Refusal.DISCLOSURE_ENDED, "it was called back, its time is over, or a document of it is gone");
    }

    private Optional<Answer<DisclosureView>> objection(Wanted wanted, Held held) {
        String role = wanted.caller().role();
        Set<String> approving =
                new TreeSet<>(picture.ground(held.row().ground()).approve());
        approving.addAll(picture.ground(held.row().ground()).ifSpecial());
        if (!approving.contains(role)) {
            return Optional.of(entries.notAllowed(wanted));
        }
        List<Approval> before = rows.approvals(held.row().id());
        Set<String> others = new TreeSet<>(Set.of(held.row().proposedBy()));
        before.forEach(approval -> others.add(approval.by()));
        try {
            approver.require(wanted.caller(), others);
        } catch (RefusedException refused) {
            return Optional.of(
                    entries.no(wanted, "disclosure." + refused.refusal().code(), refused));
        }
        return before.stream().anyMatch(approval -> approval.role().equals(role))
                ? Optional.of(entries.no(wanted, Refusal.ALREADY_DECIDED, "somebody of this role has approved it"))
                : Optional.empty();
    }

    /** What goes into a package. */
    record Going(DisclosureView view, Receiver receiver, JsonObject fields) {}

    /** The entries of everybody concerned are written with it: once this has committed, it may leave. */
    public Answer<Going> open(Wanted wanted, UUID id) {
        if (!takesPart(wanted)) {
            return entries.notAllowed(wanted);
        }
        Optional<Held> held = hold(id);
        Optional<String> rule = held.flatMap(one -> sees(wanted, one));
        if (rule.isEmpty()) {
            return entries.unknown(wanted);
        }
        Held one = held.orElseThrow();
        Optional<Answer<Going>> refusal =
                this.<Going>hindrance(wanted, one, decided(wanted, one)).or(() -> unready(wanted, one));
        Optional<Receiver> receiver = receiver(one);
        if (refusal.isPresent() || receiver.isEmpty()) {
            return refusal.orElseGet(() -> over(wanted));
        }
        entries.leaves(wanted, rule.get(), id, one.register().documents());
        rows.disclosed(id, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return Answer.done(new Going(picture.of(one.row()), receiver.get(), seal.packing(one.row())));
    }

    private <T> Optional<Answer<T>> unready(Wanted wanted, Held held) {
        Set<String> awaited = picture.awaited(held.row());
        return awaited.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.no(
                        wanted,
                        "disclosure.approvals-missing",
                        new RefusedException(
                                Refusal.APPROVALS_MISSING,
                                "others have to approve it first, see the member missing",
                                Map.of("missing", String.join(" ", awaited)))));
    }

    private Optional<Receiver> receiver(Held held) {
        try {
            String certificate = held.register().recipient().getOrDefault("certificate", "");
            return Optional.of(Receiver.ofPem(certificate, clock.instant()));
        } catch (IllegalArgumentException ended) {
            return Optional.empty();
        }
    }

    /** Whether a package that is under way may go on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isOpen(UUID id) {
        return rows.hold(id).filter(row -> !row.isOver(clock.instant())).isPresent();
    }

    /** All of a package was sent; the register keeps what was in it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void sent(UUID id, DisclosurePackage.Sent sent) {
        rows.hold(id).ifPresent(row -> {
            JsonObject register = RegisterText.JSON
                    .createObjectBuilder(seal.register(row))
                    .add("manifest", sent.manifest())
                    .build();
            rows.register(id, seal.again(row, register));
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            rows.sent(Randoms.id(), id, new DisclosureView.Sent(sent.sha256(), sent.bytes(), now));
        });
    }
}
