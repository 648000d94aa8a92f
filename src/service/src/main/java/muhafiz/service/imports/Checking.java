package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.intake.MediaTypes;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseImport;
import muhafiz.service.imports.ImportRows.CaseRow;
import muhafiz.service.imports.ImportRows.FileRow;
import muhafiz.service.policy.PolicyInForce;

/**
 * Looks at a bag and takes nothing in: every byte is hashed, every line is asked whether it could be taken in, and whatever could not is
 * named. What it keeps is sealed; memory does not grow with the bag. Interrupted, it begins again.
 */
@ApplicationScoped
class Checking {
    private static final int BATCH = 250;
    private static final String PAYLOAD = "data/";
    private static final List<String> TABLES = List.of(CaseLine.PATH, FileLine.TABLE);
    private static final String PROBLEM = "problem";
    private static final String SIZE = "size";
    private static final String TYPE = "type";
    private static final String NOTHING_THERE = "file-missing";
    private static final HexFormat HEX = HexFormat.of();

    private final CheckingTurn turn;
    private final CaseImport cases;
    private final PolicyInForce policies;
    private final ImportSeal seal;

    @Inject
    Checking(CheckingTurn turn, CaseImport cases, PolicyInForce policies, ImportSeal seal) {
        this.turn = turn;
        this.cases = cases;
        this.policies = policies;
        this.seal = seal;
    }

    /** What is being looked at. */
    record Look(UUID id, LeafKey key, Bag bag) {}

    /** @throws BagFault where nothing of it can be taken in */
    void check(Look look) throws IOException, BagFault {
        turn.begin(look.id());
        Manifest manifest = Manifest.of(look.bag());
        byte[] digest = manifest.hash();
        readManifest(look, manifest);
        readCases(look);
        readFiles(look);
        turn.finish(
                look.id(),
                TABLES.stream()
                        .map(table -> ImportSeal.pathToken(look.key(), table))
                        .toArray(byte[][]::new),
                digest);
    }

    private void readManifest(Look look, Manifest manifest) throws IOException, BagFault {
        long most = policies.policy().kinds().stream()
                .mapToLong(DocumentKind::maxBytes)
                .max()
                .orElse(0);
        List<FileRow> batch = new ArrayList<>();
        int[] added = {0};
        int[] listed = {0};
        Set<String> tables = new HashSet<>();
        manifest.eachLine((line, path, expected) -> {
            boolean isTable = TABLES.contains(path);
            Hashed hashed = hash(look.bag(), path, manifest.digest(), isTable ? Long.MAX_VALUE : most);
            boolean isWhole = MessageDigest.isEqual(hashed.digest(), expected);
            Optional<String> problem = hashed.problem()
                    .or(() -> Optional.of(Refusal.DIGEST_MISMATCH.code()).filter(code -> !isWhole));
            if (isTable && problem.isEmpty()) {
                tables.add(path);
            }
            batch.add(row(look, line, path, hashed, problem));
            listed[0]++;
            if (batch.size() == BATCH) {
                added[0] += turn.addFiles(look.id(), batch);
                batch.clear();
            }
        });
        added[0] += turn.addFiles(look.id(), batch);
        if (added[0] < listed[0]) {
            throw new BagFault("bag-not-complete", "the manifest names a file twice");
        }
        for (String table : TABLES) {
            if (!tables.contains(table)) {
                throw new BagFault("table-missing", table + " is missing, or not the one of the manifest");
            }
        }
        requireAllListed(look);
    }

    private void requireAllListed(Look look) throws IOException, BagFault {
        int[] unlisted = {0};
        look.bag().eachFile(path -> {
            if (path.startsWith(PAYLOAD) && !turn.has(look.id(), ImportSeal.pathToken(look.key(), path))) {
                unlisted[0]++;
            }
        });
        if (unlisted[0] > 0) {
            throw new BagFault("bag-not-complete", unlisted[0] + " files are not in the manifest");
        }
    }

    /** What was found of a file's bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Hashed(byte[] digest, byte[] sha256, long size, String type, Optional<String> problem) {
        static Hashed not(String problem) {
            return new Hashed(new byte[0], new byte[0], 0, "", Optional.of(problem));
        }
    }

    private static Hashed hash(Bag bag, String path, MessageDigest digest, long most) throws IOException {
        if (!path.startsWith(PAYLOAD)) {
            return Hashed.not(NOTHING_THERE);
        }
        MessageDigest sha256 = Manifest.sha256();
        try (InputStream bytes = bag.open(path)) {
            byte[] buffer = bytes.readNBytes(MediaTypes.HEAD);
            if (buffer.length == 0) {
                return Hashed.not(Refusal.EMPTY_BODY.code());
            }
            String type = MediaTypes.detect(buffer);
            long size = 0;
            for (int read = buffer.length; read > 0; read = bytes.readNBytes(buffer, 0, buffer.length)) {
                size += read;
                digest.update(buffer, 0, read);
                sha256.update(buffer, 0, read);
                if (size > most) {
                    return Hashed.not(Refusal.TOO_LARGE.code());
                }
            }
            return new Hashed(digest.digest(), sha256.digest(), size, type, Optional.empty());
        } catch (NoSuchFileException e) {
            return Hashed.not(NOTHING_THERE);
        }
    }

    private FileRow row(Look look, int line, String path, Hashed hashed, Optional<String> problem) {
        JsonObject facts = Json.createObjectBuilder()
                .add(SIZE, hashed.size())
                .add(TYPE, hashed.type())
                .add(PROBLEM, problem.orElse(""))
                .build();
        return new FileRow(
                ImportSeal.pathToken(look.key(), path),
                ImportSeal.digestToken(look.key(), hashed.sha256()),
                line,
                seal.seal(look.key(), look.id(), "facts-" + line, facts));
    }

    private void readCases(Look look) throws IOException, BagFault {
        Batch<CaseRow> batch = new Batch<>((rows, flaws) -> turn.addCases(look.id(), rows, flaws));
        new Table(look.bag(), CaseLine.PATH, CaseLine::isColumn, CaseLine.REQUIRED)
                .eachLine(line -> batch.take(() -> caseRow(look, batch, line), "cases", line.number()));
        batch.flush();
    }

    private CaseRow caseRow(Look look, Batch<CaseRow> batch, Table.Line line) {
        CaseLine one = CaseLine.of(line);
        cases.prepare(one.file());
        OptionalInt parent = OptionalInt.empty();
        if (one.arisesFrom().isPresent()) {
            batch.flush();
            parent = parent(look, one.arisesFrom().get());
        }
        return new CaseRow(
                line.number(),
                ImportSeal.numberToken(look.key(), one.file().oldNumber()),
                cases.find(one.file().oldNumber()).isPresent() ? "known" : "waiting",
                parent,
                seal.seal(look.key(), look.id(), caseAt(line.number()), one.json()));
    }

    static String caseAt(int line) {
        return "case-" + line;
    }

    private OptionalInt parent(Look look, String number) {
        Optional<CaseRow> before = turn.caseOf(look.id(), ImportSeal.numberToken(look.key(), number));
        if (before.isPresent()) {
            return OptionalInt.of(before.get().line());
        }
        if (cases.find(number).isPresent()) {
            return OptionalInt.empty();
        }
        throw new RefusedException(
                Refusal.MALFORMED,
                "arisesFrom names no case of a line before, and none that was imported",
                Map.of("member", "arisesFrom"));
    }

    private void readFiles(Look look) throws IOException, BagFault {
        Policy policy = policies.policy();
        Batch<Wanted> batch = new Batch<>((wanted, flaws) -> give(look, policy, wanted, flaws));
        new Table(look.bag(), FileLine.TABLE, FileLine::isColumn, FileLine.REQUIRED)
                .eachLine(line -> batch.take(() -> wanted(look, line), "files", line.number()));
        batch.flush();
    }

    /** A line that gives a file to a case: what it says, or why it says nothing. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Wanted(int line, byte[] number, byte[] path, Optional<FileLine> file, Optional<String> problem) {}

    private static Wanted wanted(Look look, Table.Line line) {
        byte[] number = ImportSeal.numberToken(look.key(), CaseLine.required(line, FileLine.NUMBER));
        try {
            FileLine file = FileLine.of(line);
            byte[] path = ImportSeal.pathToken(look.key(), file.path());
            return new Wanted(line.number(), number, path, Optional.of(file), Optional.empty());
        } catch (RefusedException refused) {
            Optional<String> code = Optional.of(refused.refusal().code());
            return new Wanted(line.number(), number, new byte[0], Optional.empty(), code);
        }
    }

    /** A file that a line gives to a case; with what keeps it from that. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Given(int line, int caseLine, byte[] path, byte[] about, Optional<String> problem) {}

    private void give(Look look, Policy policy, List<Wanted> wanted, List<Flaw> flaws) {
        Map<String, Integer> cases =
                turn.linesOf(look.id(), wanted.stream().map(Wanted::number).toArray(byte[][]::new));
        Map<String, FileRow> files =
                turn.files(look.id(), wanted.stream().map(Wanted::path).toArray(byte[][]::new));
        List<Flaw> all = new ArrayList<>(flaws);
        List<Given> given = new ArrayList<>();
        for (Wanted one : wanted) {
            Integer caseLine = cases.get(HEX.formatHex(one.number()));
            if (caseLine == null) {
                all.add(new Flaw("files", one.line(), Refusal.MALFORMED.code(), FileLine.NUMBER));
            } else {
                FileRow found = files.get(HEX.formatHex(one.path()));
                given.add(given(look, policy, one, caseLine, Optional.ofNullable(found)));
            }
        }
        turn.give(look.id(), given, all);
    }

    private Given given(Look look, Policy policy, Wanted one, int caseLine, Optional<FileRow> found) {
        if (one.file().isEmpty()) {
            return new Given(one.line(), caseLine, one.path(), new byte[0], one.problem());
        }
        FileLine file = one.file().get();
        Optional<String> problem =
                found.isEmpty() ? Optional.of(NOTHING_THERE) : problem(look, policy, file, found.get());
        byte[] about = seal.seal(look.key(), look.id(), fileAt(one.line()), file.json());
        return new Given(one.line(), caseLine, one.path(), about, problem);
    }

    static String fileAt(int line) {
        return "file-" + line;
    }

    private Optional<String> problem(Look look, Policy policy, FileLine line, FileRow row) {
        JsonObject facts = seal.open(look.key(), look.id(), "facts-" + row.place(), row.facts());
        if (!facts.getString(PROBLEM).isEmpty()) {
            return Optional.of(facts.getString(PROBLEM));
        }
        Optional<DocumentKind> kind = policy.kind(line.kind());
        if (kind.isEmpty()) {
            return Optional.of(Refusal.KIND_UNKNOWN.code());
        }
        if (facts.getJsonNumber(SIZE).longValueExact() > kind.get().maxBytes()) {
            return Optional.of(Refusal.TOO_LARGE.code());
        }
        boolean isTaken = kind.get().takes(facts.getString(TYPE)) || kind.get().takesAnyQuarantined();
        return Optional.of(Refusal.TYPE_NOT_ACCEPTED.code()).filter(code -> !isTaken);
    }
}
