package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of handing over: each writes its entries whatever comes of it. */
@ApplicationScoped
@Transactional
class TransferTurn {
    private static final String WAITING = "to-transfer";

    private final Admission admission;
    private final DispositionRows rows;
    private final ItemRows items;
    private final ParcelRows parcels;
    private final Ordering ordering;
    private final CaseRows cases;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    TransferTurn(
            Admission admission,
            DispositionRows rows,
            ItemRows items,
            ParcelRows parcels,
            Ordering ordering,
            CaseRows cases,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.admission = admission;
        this.rows = rows;
        this.items = items;
        this.parcels = parcels;
        this.ordering = ordering;
        this.cases = cases;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    record Answer(Optional<Refusal> refused, List<Item> items) {}

    /** A package as it was sent. */
    record Sent(String sha256, long bytes) {}

    /** What goes, with an entry for everybody concerned. */
    public Answer open(Caller caller, UUID id) {
        Optional<String> rule = admission.rule(caller, Action.PROPOSE_DESTRUCTION, items.scopes(id));
        Optional<Disposition> found = rows.hold(id).filter(one -> rule.isPresent());
        List<Item> waiting = found.isPresent() ? waiting(id) : List.of();
        if (waiting.isEmpty()) {
            return new Answer(
                    refused(caller, id, found.isPresent() ? Refusal.NOTHING_TO_TRANSFER : Refusal.NOT_FOUND),
                    List.of());
        }
        waiting.forEach(item -> log.write(export(caller, id, item, rule.orElseThrow())));
        return new Answer(Optional.empty(), waiting);
    }

    private List<Item> waiting(UUID id) {
        return items.all(id).stream()
                .filter(item -> item.state().equals(WAITING))
                .toList();
    }

    private Act export(Caller caller, UUID id, Item item, String rule) {
        Optional<UUID> document = item.isDocument() ? Optional.of(item.what().id()) : Optional.empty();
        Act.About about = new Act.About(
                Concerned.by(
                        item.place()
                                .documentKind()
                                .flatMap(kind -> policies.policy().kind(kind)),
                        cases.parties(item.place().caseFile())),
                document,
                Optional.of(item.place().caseFile()));
        return new Act(
                caller,
                "export",
                new Act.Ground(Admission.PURPOSE, ""),
                Act.Outcome.done(rule),
                about,
                Map.of("what", "handed over", "disposition", id.toString()));
    }

    /** All of a package was sent: from then on a receipt may name it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void sent(Caller caller, UUID id, Sent parcel) {
        parcels.add(Randoms.id(), id, parcel, waiting(id).size(), clock.instant());
        log.write(Admission.act(
                caller,
                Act.Outcome.done("archive.transfer"),
                Map.of("what", "package sent", "disposition", id.toString(), "sha256", parcel.sha256())));
    }

    /** A receipt for what still waits orders its destruction. */
    public Optional<Refusal> received(Caller caller, UUID id, Transfers.Receipt receipt) {
        Optional<String> rule = admission.rule(caller, Action.PROPOSE_DESTRUCTION, items.scopes(id));
        Optional<Disposition> found = rows.hold(id).filter(one -> rule.isPresent());
        if (found.isEmpty()) {
            return refused(caller, id, Refusal.NOT_FOUND);
        }
        List<Item> waiting = waiting(id);
        if (waiting.isEmpty()) {
            return refused(caller, id, Refusal.NOTHING_TO_TRANSFER);
        }
        if (!parcels.received(id, receipt, waiting.size(), clock.instant())) {
            return refused(caller, id, Refusal.PACKAGE_UNKNOWN);
        }
        log.write(Admission.act(
                caller,
                Act.Outcome.done(rule.orElseThrow()),
                Map.of(
                        "what", "receipt recorded",
                        "disposition", id.toString(),
                        "sha256", receipt.sha256(),
                        "reference", receipt.reference())));
        ordering.afterReceipt(found.get());
        return Optional.empty();
    }

    private Optional<Refusal> refused(Caller caller, UUID id, Refusal refusal) {
        String rule = refusal == Refusal.NOT_FOUND ? "unknown" : "disposition." + refusal.code();
        log.write(Admission.act(caller, Act.Outcome.denied(rule), Map.of("disposition", id.toString())));
        return Optional.of(refusal);
    }
}
