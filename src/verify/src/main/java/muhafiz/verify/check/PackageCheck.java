package muhafiz.verify.check;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.paper.AnswerManifest;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tree.Sha256;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** An answer package: {@code package FILE}. Every file is the one that was signed, and the papers among them hold. */
final class PackageCheck {
    private static final int MOST_FILES = 100_000;
    private static final int LARGEST_PAPER = 64 << 20;

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
            if (!sha256(file.getKey()).equals(file.getValue())) {
                throw new BadPositionException(file.getKey(), "its bytes are not those that were signed");
            }
            checkPaper(file.getKey());
        }
        return Outcome.Holds.of("about", manifest.about())
                .and("files", manifest.files().size())
                .and("papers", papers);
    }

    private AnswerManifest manifest() throws IOException {
        byte[] content = content(AnswerManifest.NAME, SignedNote.LONGEST);
        try {
            return Input.understood(AnswerManifest.NAME, () -> signed(SignedNote.parse(content)));
        } catch (BrokenEvidenceException e) {
            throw new BadPositionException(AnswerManifest.NAME, String.valueOf(e.getMessage()));
        }
    }

    private AnswerManifest signed(SignedNote note) {
        var manifest = AnswerManifest.parse(note.text());
        Checkpoint checkpoint = trust.accept(manifest.checkpoint());
        if (note.signedBy(trust.keysAt(checkpoint.size())).isEmpty()) {
            throw new BrokenEvidenceException("it is signed by no key that is trusted");
        }
        return manifest;
    }

    private void requireSameNames(Set<String> signed) {
        var seen = new HashSet<String>();
        zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).forEach(name -> {
            if (!seen.add(name) || (!name.equals(AnswerManifest.NAME) && !signed.contains(name))) {
                throw new BadPositionException("a file of the package", "it is there twice, or not in the manifest");
            }
        });
        for (String name : signed) {
            if (!seen.contains(name)) {
                throw new BadPositionException(name, "it is missing in the package");
            }
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BadPositionException(name, "it is missing in the package");
        }
        return zip.getInputStream(entry);
    }

    /** In hex; however long the file is, little of it is in memory. */
    private String sha256(String name) throws IOException {
        try (InputStream in = open(name)) {
            return HexFormat.of().formatHex(Sha256.of(in));
        }
    }

    private byte[] content(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new UnreadableException(name + " is larger than " + most + " bytes");
            }
            return content;
        }
    }

    private void checkPaper(String name) throws IOException {
        try {
            if (name.endsWith(".tlog-proof")) {
                var proof = TlogProof.parse(PaperChecks.text(content(name, SignedNote.LONGEST)));
                PaperChecks.receipt(trust, proof, Receipt.of(proof));
                papers++;
            } else if (name.endsWith(".json")) {
                checkJson(name);
            }
        } catch (BrokenEvidenceException | IllegalArgumentException e) {
            throw new BadPositionException(name, String.valueOf(e.getMessage()));
        }
    }

    private void checkJson(String name) throws IOException {
        switch (format(name)) {
            case "muhafiz person listing v1" -> {
                PaperChecks.listing(trust, PersonListing.parse(PaperChecks.text(content(name, LARGEST_PAPER))));
                papers++;
            }
            case "muhafiz destruction certificate v1" -> {
                String text = PaperChecks.text(content(name, LARGEST_PAPER));
                PaperChecks.certificate(trust, DestructionCertificate.parse(text));
                papers++;
            }
            default -> {}
        }
    }

    /** What a JSON object says in its member "format"; read as a stream, for data may be long. */
    private String format(String name) throws IOException {
        String format = "";
        try (InputStream in = open(name);
                JsonParser json = Json.createParser(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            if (json.next() != JsonParser.Event.START_OBJECT) {
                return "";
            }
            for (var event = json.next(); event == JsonParser.Event.KEY_NAME; event = json.next()) {
                boolean isFormat = json.getString().equals("format");
                event = json.next();
                if (isFormat) {
                    format = event == JsonParser.Event.VALUE_STRING ? json.getString() : "";
                }
                skip(json, event);
            }
            return format;
        } catch (JsonException | NoSuchElementException e) {
            return "";
        }
    }

    private static void skip(JsonParser json, JsonParser.Event event) {
        if (event == JsonParser.Event.START_OBJECT) {
            json.skipObject();
        } else if (event == JsonParser.Event.START_ARRAY) {
            json.skipArray();
        }
    }
}
