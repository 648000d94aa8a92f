package muhafiz.verify.check;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.paper.AnswerManifest;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tree.Sha256;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** An answer package: {@code package FILE}. Every file is the one that was signed, and the papers among them hold. */
final class PackageCheck {
    private static final int MOST_FILES = 100_000;
    private static final int LARGEST = 1 << 30;

    private final Trust trust;
    private final ZipFile zip;
    private int papers;

    private PackageCheck(Trust trust, ZipFile zip) {
        this.trust = trust;
        this.zip = zip;
    }

    static Outcome run(Arguments arguments) {
        String file = arguments.next("the package");
        arguments.end();
        var trust = Trust.of(arguments);
        try (var zip = new ZipFile(Input.path(file).toFile())) {
            return new PackageCheck(trust, zip).check();
        } catch (IOException e) {
            throw new UnreadableException(file + " cannot be read as a ZIP", e);
        }
    }

    private Outcome check() throws IOException {
        if (zip.size() > MOST_FILES) {
            throw new UnreadableException("a package has at most " + MOST_FILES + " files, this has " + zip.size());
        }
        AnswerManifest manifest = manifest();
        requireSameNames(manifest.files().keySet());
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            byte[] content = content(file.getKey());
            if (!HexFormat.of().formatHex(Sha256.of(content)).equals(file.getValue())) {
                throw new BadPositionException(file.getKey(), "its bytes are not those that were signed");
            }
            checkPaper(file.getKey(), content);
        }
        return Outcome.Holds.of("about", manifest.about())
                .and("files", manifest.files().size())
                .and("papers", papers);
    }

    private AnswerManifest manifest() throws IOException {
        byte[] content = content(AnswerManifest.NAME);
        return Input.understood(AnswerManifest.NAME, () -> {
            var note = SignedNote.parse(content);
            if (note.signedBy(trust.everyKey()).isEmpty()) {
                throw new BadPositionException(AnswerManifest.NAME, "it is signed by no key that is trusted");
            }
            return AnswerManifest.parse(note.text());
        });
    }

    private void requireSameNames(Set<String> signed) {
        var seen = new HashSet<String>();
        zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).forEach(name -> {
            if (!seen.add(name) || !name.equals(AnswerManifest.NAME) && !signed.contains(name)) {
                throw new BadPositionException("a file of the package", "it is there twice, or not in the manifest");
            }
        });
        for (String name : signed) {
            if (!seen.contains(name)) {
                throw new BadPositionException(name, "it is missing in the package");
            }
        }
    }

    private byte[] content(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BadPositionException(name, "it is missing in the package");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST);
            if (in.read() >= 0) {
                throw new UnreadableException(name + " is larger than " + LARGEST + " bytes");
            }
            return content;
        }
    }

    private void checkPaper(String name, byte[] content) {
        try {
            String text = PaperChecks.text(content);
            if (name.endsWith(".tlog-proof")) {
                var proof = TlogProof.parse(text);
                PaperChecks.receipt(trust, proof, Receipt.of(proof));
                papers++;
            } else if (name.endsWith(".json")) {
                checkJson(text);
            }
        } catch (BrokenEvidenceException | IllegalArgumentException e) {
            throw new BadPositionException(name, String.valueOf(e.getMessage()));
        }
    }

    private void checkJson(String text) {
        switch (format(text)) {
            case "muhafiz person listing v1" -> {
                PaperChecks.listing(trust, PersonListing.parse(text));
                papers++;
            }
            case "muhafiz destruction certificate v1" -> {
                PaperChecks.certificate(trust, DestructionCertificate.parse(text));
                papers++;
            }
            default -> {}
        }
    }

    private static String format(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue() instanceof JsonObject object && object.get("format") instanceof JsonString format
                    ? format.getString()
                    : "";
        } catch (JsonException e) {
            return "";
        }
    }
}
