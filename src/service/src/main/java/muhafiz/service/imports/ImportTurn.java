package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseImport;
import muhafiz.service.imports.ImportRows.CaseRow;
import muhafiz.service.imports.ImportRows.GivenRow;
import muhafiz.service.inspect.ReadingQueue;
import muhafiz.service.intake.OldPapers;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The transactions of carrying an import out. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImportTurn {
    static final String RULE = "import.two-persons";
    private static final String PURPOSE = "P-RECORDS";

    private final ImportRows rows;
    private final CaseImport cases;
    private final OldPapers papers;
    private final ReadingQueue reading;
    private final Keyring keyring;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    ImportTurn(
            ImportRows rows,
            CaseImport cases,
            OldPapers papers,
            ReadingQueue reading,
            Keyring keyring,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.papers = papers;
        this.reading = reading;
        this.keyring = keyring;
        this.log = log;
        this.clock = clock;
    }

    public Optional<ImportRows.Row> find(UUID id) {
        return rows.find(id);
    }

    /** The caller closes it. */
    public LeafKey key(ImportRows.Row row) {
        return keyring.open(row.leaf().orElseThrow());
    }

    public List<CaseRow> ready(UUID id, int after, int most) {
        return rows.ready(id, after, most);
    }

    public List<GivenRow> filesOf(UUID id, int caseLine) {
        return rows.filesOf(id, caseLine);
    }

    /** A case that is ready to be registered, and its documents, which lie in the store. */
    record Ready(
            int line, CaseImport.Prepared prepared, Optional<String> arisesFrom, Collection<OldPapers.Sealed> papers) {}

    /** Registers a case with its documents, unless that was done, or its old number is known. */
    public void register(UUID id, Ready ready) {
        if (!rows.settle(id, ready.line(), "imported")) {
            return;
        }
        String number = ready.prepared().file().oldNumber();
        cases.holdNumber(number);
        if (cases.find(number).isPresent()) {
            rows.known(id, ready.line());
            return;
        }
        Caller caller = Caller.archive(Randoms.id().toString());
        Optional<UUID> parent = ready.arisesFrom().flatMap(cases::find);
        CaseFile file = cases.register(caller, ready.prepared(), id, parent, RULE);
        papers.file(caller, file, ready.papers(), id);
    }

    /** What could be taken in when it was looked at, and cannot be now. */
    public void refuse(UUID id, int line, RefusedException refused) {
        if (rows.settle(id, line, "refused")) {
            rows.add(id, List.of(Flaw.of("cases", line, refused)));
            rows.refuseChildren(id)
                    .forEach(child -> rows.add(id, List.of(new Flaw("cases", child, "parent-refused", "arisesFrom"))));
        }
    }

    /** Nothing of the bag can be taken in; or everything was that could be. */
    public void end(UUID id, String state, Optional<BagFault> fault) {
        fault.ifPresent(why -> {
            rows.add(id, List.of(new Flaw("bag", 0, why.code(), String.valueOf(why.getMessage()))));
        });
        reading.releaseOld();
        rows.ended(id, state, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        ImportView view = rows.view(id).orElseThrow();
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "ingest",
                new Act.Ground(PURPOSE, ""),
                fault.isPresent() ? Act.Outcome.failed(fault.get().code()) : Act.Outcome.done(RULE),
                Act.About.NOBODY,
                Map.of(
                        "what",
                        "import ended",
                        "import",
                        id.toString(),
                        "imported",
                        Integer.toString(view.cases().imported()),
                        "known",
                        Integer.toString(view.cases().known()),
                        "refused",
                        Integer.toString(view.cases().refused()),
                        "documents",
                        Integer.toString(view.files().imported()))));
    }
}
