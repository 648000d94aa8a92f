package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.parcel.Receiver;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of an export: each writes its entries whatever comes of it. */
@ApplicationScoped
@Transactional
class ExportTurn {
    /** Cases in one package. */
    static final int MOST = 500;

    private static final Duration OPEN = Duration.ofDays(30);
    private static final String DPO = "dpo";
    private static final int WANTED = 2;

    private final Admission admission;
    private final Approver approver;
    private final ExportRows rows;
    private final CaseRows cases;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    ExportTurn(
            Admission admission,
            Approver approver,
            ExportRows rows,
            CaseRows cases,
            PolicyInForce policies,
            AccessLog log,
            InstantSource clock) {
        this.admission = admission;
        this.approver = approver;
        this.rows = rows;
        this.cases = cases;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    /** A value, or the refusal that is on record. */
    record Answer<T>(Optional<RefusedException> refused, Optional<T> value) {
        T orThrow() {
            refused.ifPresent(refusal -> {
                throw refusal;
            });
            return value.orElseThrow();
        }
    }

    public Answer<UUID> propose(Caller caller, Export made) {
        Optional<String> rule = admission.rule(caller, Action.PROPOSE_DESTRUCTION, scopes(made));
        if (rule.isEmpty()) {
            return refused(caller, made.id(), Refusal.NOT_ALLOWED, "this role lets none of these leave the archive");
        }
        if (rows.caseIds(made, new UUID(0, 0), 1).isEmpty()) {
            return refused(caller, made.id(), Refusal.NOTHING_TO_TRANSFER, "nothing of these is held and free to go");
        }
        rows.add(made);
        write(caller, rule.get(), made.id(), "export proposed", made.digest());
        return done(made.id());
    }

    public Answer<UUID> approve(Caller caller, UUID id, String digest) {
        Optional<Export> found = rows.hold(id);
        Optional<String> rule = found.flatMap(one -> admission.rule(caller, Action.APPROVE_DESTRUCTION, scopes(one)));
        if (rule.isEmpty()) {
            return unknown(caller, id);
        }
        Export export = found.orElseThrow();
        List<Approval> before = rows.approvals(id);
        Optional<RefusedException> objection = objection(caller, export, before, digest);
        if (objection.isPresent()) {
            deny(caller, id, objection.get().refusal());
            return new Answer<>(objection, Optional.empty());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.approve(id, new Approval(caller.user(), caller.role(), now));
        write(caller, rule.get(), id, "export approved", digest);
        return done(id);
    }

    private Optional<RefusedException> objection(Caller caller, Export export, List<Approval> before, String digest) {
        if (before.size() == WANTED) {
            return no(Refusal.ALREADY_DECIDED, "two persons have approved it already");
        }
        if (!export.digest().equals(digest)) {
            return no(Refusal.LIST_CHANGED, "digest is not that of the export, look at it again");
        }
        if (receiver(export).isEmpty()) {
            return over();
        }
        Set<String> others = before.stream().map(Approval::user).collect(Collectors.toCollection(TreeSet::new));
        others.add(export.user());
        try {
            approver.require(caller, others);
        } catch (RefusedException refused) {
            return Optional.of(refused);
        }
        boolean isDpoAmong = caller.role().equals(DPO)
                || before.stream().anyMatch(approval -> approval.role().equals(DPO));
        return before.isEmpty() || isDpoAmong
                ? Optional.empty()
                : no(Refusal.DPO_NEEDED, "one of the two who approve is a data-protection officer");
    }

    /** To whom it goes; empty where its time is over. */
    private Optional<Receiver> receiver(Export export) {
        if (clock.instant().isAfter(export.asOf().plus(OPEN))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Receiver.ofPem(export.certificate(), clock.instant()));
        } catch (IllegalArgumentException ended) {
            return Optional.empty();
        }
    }

    public Answer<ExportView> view(Caller caller, UUID id) {
        Optional<Export> found = rows.hold(id);
        Optional<String> rule = found.flatMap(one -> admission.ruleOfPart(caller, scopes(one)));
        if (rule.isEmpty()) {
            return unknown(caller, id);
        }
        Export export = found.orElseThrow();
        log.write(act(caller, Action.READ_META.word(), Act.Outcome.done(rule.get()), about("export seen", id)));
        return done(new ExportView(
                id,
                Optional.of(export.unit()).filter(unit -> !unit.isEmpty()),
                export.classes(),
                export.asOf(),
                export.digest(),
                export.asOf().plus(OPEN),
                rows.reach(export),
                rows.approvals(id),
                rows.sent(id)));
    }

    /**
     * What goes in one package.
     *
     * @param next the case after which the next package begins; empty where this is the last
     */
    record Going(Export export, Receiver receiver, List<Parcel.Paper> papers, Set<UUID> cases, Optional<UUID> next) {}

    /** The next package after this case, with an entry for everybody concerned by each document and each case in it. */
    public Answer<Going> open(Caller caller, UUID id, UUID after) {
        Optional<Export> found = rows.hold(id);
        Optional<String> rule = found.flatMap(one -> admission.rule(caller, Action.PROPOSE_DESTRUCTION, scopes(one)));
        if (rule.isEmpty()) {
            return unknown(caller, id);
        }
        Export export = found.orElseThrow();
        if (rows.approvals(id).size() < WANTED) {
            return refused(caller, id, Refusal.APPROVALS_MISSING, "two others have to approve it first");
        }
        Optional<Receiver> receiver = receiver(export);
        if (receiver.isEmpty()) {
            deny(caller, id, Refusal.EXPORT_ENDED);
            return new Answer<>(over(), Optional.empty());
        }
        List<UUID> ids = rows.caseIds(export, after, MOST + 1);
        if (ids.isEmpty()) {
            return refused(caller, id, Refusal.NOTHING_TO_TRANSFER, "nothing more of it is held and free to go");
        }
        boolean isLast = ids.size() <= MOST;
        List<UUID> page = isLast ? ids : ids.subList(0, MOST);
        Map<UUID, List<CaseParty>> parties =
                cases.partiesOf(page).stream().collect(Collectors.groupingBy(CaseParty::caseId));
        List<ExportRows.Paper> papers = rows.papers(export, page);
        Set<UUID> described = new TreeSet<>(rows.described(export, page));
        for (ExportRows.Paper paper : papers) {
            List<CaseParty> known = parties.getOrDefault(paper.caseFile(), List.of());
            Set<UUID> persons = Concerned.by(policies.policy().kind(paper.kind()), known);
            log.write(leaves(caller, rule.get(), id)
                    .about(new Act.About(persons, Optional.of(paper.id()), Optional.of(paper.caseFile()))));
        }
        for (UUID file : described) {
            Set<UUID> persons = Concerned.all(parties.getOrDefault(file, List.of()));
            log.write(
                    leaves(caller, rule.get(), id).about(new Act.About(persons, Optional.empty(), Optional.of(file))));
        }
        return done(new Going(
                export,
                receiver.get(),
                papers.stream()
                        .map(paper -> new Parcel.Paper(paper.id(), paper.caseFile(), paper.rule()))
                        .toList(),
                described,
                isLast ? Optional.empty() : Optional.of(page.get(MOST - 1))));
    }

    private static Act leaves(Caller caller, String rule, UUID id) {
        return act(caller, "export", Act.Outcome.done(rule), about("handed over", id));
    }

    /** All of a package was sent. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void sent(Caller caller, Going going, String sha256, long bytes) {
        rows.sent(
                Randoms.id(),
                going.export(),
                new ExportView.Sent(
                        sha256, bytes, going.papers().size(), going.cases().size(), clock.instant()));
        log.write(act(
                caller,
                "export",
                Act.Outcome.done("archive.export"),
                Map.of("what", "package sent", "export", going.export().id().toString(), "sha256", sha256)));
    }

    private Collection<ItemRows.Scope> scopes(Export of) {
        Collection<String> classes = of.classes().isEmpty()
                ? policies.policy().recordClasses().stream()
                        .filter(one -> one.holdsPersonalData() && !one.madeByTheArchive())
                        .map(RecordClass::id)
                        .toList()
                : of.classes();
        return classes.stream().map(one -> new ItemRows.Scope(one, of.unit())).toList();
    }

    private static <T> Answer<T> done(T value) {
        return new Answer<>(Optional.empty(), Optional.of(value));
    }

    private <T> Answer<T> unknown(Caller caller, UUID id) {
        return refused(caller, id, Refusal.NOT_FOUND, "there is no such export");
    }

    private <T> Answer<T> refused(Caller caller, UUID id, Refusal refusal, String detail) {
        deny(caller, id, refusal);
        return new Answer<>(no(refusal, detail), Optional.empty());
    }

    private void deny(Caller caller, UUID id, Refusal refusal) {
        String rule = refusal == Refusal.NOT_FOUND ? "unknown" : "export." + refusal.code();
        log.write(act(caller, "denied", Act.Outcome.denied(rule), about("export", id)));
    }

    private void write(Caller caller, String rule, UUID id, String what, String digest) {
        log.write(act(caller, "export", Act.Outcome.done(rule), about(what, id)).with("digest", digest));
    }

    private static Map<String, String> about(String what, UUID id) {
        return Map.of("what", what, "export", id.toString());
    }

    private static Act act(Caller caller, String word, Act.Outcome outcome, Map<String, String> more) {
        return new Act(caller, word, new Act.Ground(Admission.PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }

    private static Optional<RefusedException> over() {
        return no(
                Refusal.EXPORT_ENDED, "30 days have passed, or the receiver's certificate has ended: propose it anew");
    }

    private static Optional<RefusedException> no(Refusal refusal, String detail) {
        return Optional.of(new RefusedException(refusal, detail));
    }
}
