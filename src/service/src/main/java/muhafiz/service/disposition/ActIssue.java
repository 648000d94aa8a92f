package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.service.caller.Caller;
import muhafiz.service.checkpoint.LogKeys;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.ToldEntries;
import muhafiz.service.destruction.Certificates;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Makes the act of destruction, once, signed by the log's key and told of in the log; and puts it together again from the rows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ActIssue {
    private static final String ACTION = "shred";
    private static final String ENTRY = "act";
    private static final Duration SOON_TOLD = Duration.ofHours(1);
    /** The transaction that issues an act; its entry may have the time of its beginning. */
    private static final Duration LONGEST_ACT = Duration.ofMinutes(5);

    private final DispositionRows rows;
    private final ItemRows items;
    private final ParcelRows parcels;
    private final Certificates certificates;
    private final LogKeys keys;
    private final ToldEntries told;
    private final Proofs proofs;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    ActIssue(
            DispositionRows rows,
            ItemRows items,
            ParcelRows parcels,
            Certificates certificates,
            LogKeys keys,
            ToldEntries told,
            Proofs proofs,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.items = items;
        this.parcels = parcels;
        this.certificates = certificates;
        this.keys = keys;
        this.told = told;
        this.proofs = proofs;
        this.log = log;
        this.clock = clock;
    }

    /** Issues the act of what was taken; where everything dropped out there is none. */
    public void issue(Disposition ended, List<Item> all) {
        of(ended, all).ifPresent(act -> {
            log.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    ACTION,
                    new Act.Ground(Admission.PURPOSE, ""),
                    Act.Outcome.done("archive.disposition"),
                    Act.About.NOBODY,
                    Map.of(
                            "what",
                            "act of destruction",
                            "disposition",
                            ended.id().toString(),
                            ENTRY,
                            act.digest())));
            rows.issue(
                    ended.id(),
                    new DispositionRows.Issued(
                            keys.signPaper(act.text()), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
    }

    /**
     * Empty until it was issued and a checkpoint has the entry that tells of it. What has none an hour later has lost it with the log's
     * term, or the log stands still: then it is shown without.
     */
    public Optional<DestructionAct.Signed> signed(Disposition ended) {
        return rows.act(ended.id())
                .flatMap(act -> of(ended, items.all(ended.id()))
                        .map(content -> new DestructionAct.Signed(content, act.note(), proof(content, act)))
                        .filter(signed -> signed.proof().isPresent()
                                || clock.instant().isAfter(act.at().plus(SOON_TOLD))));
    }

    private Optional<DestructionAct.Signed.Proof> proof(DestructionAct content, DispositionRows.Issued act) {
        return proofs.newest()
                .flatMap(shown -> told.first(
                                ACTION,
                                act.at().minus(LONGEST_ACT),
                                inside -> content.digest().equals(inside.more().get(ENTRY)),
                                shown)
                        .map(entry -> new DestructionAct.Signed.Proof(shown.note(), entry)));
    }

    private Optional<DestructionAct> of(Disposition ended, List<Item> all) {
        List<DestructionAct.Taken> taken = all.stream()
                .flatMap(item -> item.order().stream()
                        .map(order -> new DestructionAct.Taken(
                                item.what(), order, item.state().equals("transferred"))))
                .toList();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DestructionAct(
                new DestructionAct.Frozen(ended.id(), ended.asOf(), ended.digest()), steps(ended, taken), taken));
    }

    /** By roles: an act names nobody. */
    private List<DestructionAct.Step> steps(Disposition ended, List<DestructionAct.Taken> taken) {
        List<DestructionAct.Step> steps = new ArrayList<>();
        steps.add(new DestructionAct.Step(
                "proposed", ended.proposed().role(), ended.proposed().at()));
        rows.approvals(ended.id())
                .forEach(approval -> steps.add(new DestructionAct.Step("approved", approval.role(), approval.at())));
        parcels.received(ended.id())
                .ifPresent(parcel -> steps.add(new DestructionAct.Step(
                        "received", parcel.sha256(), parcel.at().truncatedTo(ChronoUnit.SECONDS))));
        taken.stream()
                .map(DestructionAct.Taken::order)
                .distinct()
                .sorted()
                .forEach(order -> steps.add(keysDestroyed(order)));
        return steps;
    }

    private DestructionAct.Step keysDestroyed(UUID order) {
        var at = certificates
                .of(order)
                .orElseThrow(
                        () -> new IllegalStateException("an act is issued when the keys of its orders are destroyed"))
                .keysDestroyedAt();
        return new DestructionAct.Step("keys-destroyed", order.toString(), at.truncatedTo(ChronoUnit.SECONDS));
    }
}
