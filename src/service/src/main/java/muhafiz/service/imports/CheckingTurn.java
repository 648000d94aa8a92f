package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.imports.Checking.Given;
import muhafiz.service.imports.ImportRows.CaseRow;
import muhafiz.service.imports.ImportRows.FileRow;

/** The transactions of looking at a bag. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CheckingTurn {
    private static final String CASES = "cases";
    private static final String FILES = "files";
    private static final String REFUSED = "refused";

    private final ImportRows rows;

    @Inject
    CheckingTurn(ImportRows rows) {
        this.rows = rows;
    }

    /** Whatever an interrupted look has found goes. */
    public void begin(UUID id) {
        rows.clear(id);
        rows.clearFlaws(id);
    }

    public int addFiles(UUID id, List<FileRow> files) {
        return files.isEmpty() ? 0 : rows.addFiles(id, files);
    }

    public boolean has(UUID id, byte[] path) {
        return rows.has(id, path);
    }

    public Optional<CaseRow> caseOf(UUID id, byte[] number) {
        return rows.caseOf(id, number);
    }

    /** Which lines of the table of cases have these numbers, by the token in hexadecimal. */
    public Map<String, Integer> linesOf(UUID id, byte[][] numbers) {
        return rows.linesOf(id, numbers);
    }

    /** Which files have these paths, by the token in hexadecimal. */
    public Map<String, FileRow> files(UUID id, byte[][] paths) {
        return rows.files(id, paths);
    }

    public void addCases(UUID id, List<CaseRow> cases, List<Flaw> flaws) {
        List<Flaw> all = new ArrayList<>(flaws);
        if (!cases.isEmpty()) {
            Set<Integer> added = new HashSet<>(rows.addCases(id, cases));
            cases.stream()
                    .filter(one -> !added.contains(one.line()))
                    .forEach(one -> all.add(new Flaw(CASES, one.line(), "number-twice", CaseLine.NUMBER)));
        }
        rows.add(id, all);
    }

    /** A case one of whose files cannot be taken in is not taken in without it. */
    public void give(UUID id, List<Given> given, List<Flaw> flaws) {
        List<Flaw> all = new ArrayList<>(flaws);
        List<Given> free = given.stream().filter(one -> one.problem().isEmpty()).toList();
        Set<Integer> taken = new HashSet<>(rows.give(id, free));
        for (Given one : given) {
            Optional<String> problem =
                    one.problem().or(() -> Optional.of("file-twice").filter(code -> !taken.contains(one.line())));
            problem.ifPresent(code -> {
                all.add(new Flaw(FILES, one.line(), code, ""));
                rows.settle(id, one.caseLine(), REFUSED);
            });
        }
        rows.add(id, all);
    }

    /** What can only be said once everything was read; then it waits for its release. */
    public void finish(UUID id, byte[][] tables, byte[] digest) {
        List<Flaw> flaws = new ArrayList<>();
        for (ImportRows.Twice twice : rows.twice(id)) {
            flaws.add(new Flaw(FILES, twice.line(), Refusal.DUPLICATE.code(), ""));
            rows.settle(id, twice.caseLine(), REFUSED);
        }
        rows.refuseChildren(id).forEach(line -> flaws.add(new Flaw(CASES, line, "parent-refused", "arisesFrom")));
        rows.unnamed(id, tables).forEach(line -> flaws.add(new Flaw("manifest", line, "file-without-case", "")));
        rows.add(id, flaws);
        rows.count(id);
        rows.checked(id, digest);
    }
}
