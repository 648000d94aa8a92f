package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.domain.document.Document;
import muhafiz.domain.request.AppealRoute;
import muhafiz.paper.AnswerLetter;
import muhafiz.proof.paper.AnswerManifest;
import muhafiz.service.checkpoint.LogKeys;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.reading.HeldOutputs;
import muhafiz.service.wall.Wall;

/** What goes into a package, one thing after the other; whoever calls has the entries about it durable already. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AnswerContents {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final RedactionRows redactions;
    private final RedactionSeal redactionSeal;
    private final HeldOutputs outputs;
    private final Proofs proofs;
    private final LogKeys keys;
    private final PolicyInForce policies;
    private final Wall wall;

    @Inject
    AnswerContents(
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            RedactionRows redactions,
            RedactionSeal redactionSeal,
            HeldOutputs outputs,
            Proofs proofs,
            LogKeys keys,
            PolicyInForce policies,
            Wall wall) {
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.redactions = redactions;
        this.redactionSeal = redactionSeal;
        this.outputs = outputs;
        this.proofs = proofs;
        this.keys = keys;
        this.policies = policies;
        this.wall = wall;
    }

    /** Bytes on their way; closing wipes their key. */
    record Opened(LeafKey key, Opener opener, long length, String sha256, Way way) implements AutoCloseable {
        /** @throws muhafiz.service.keys.ForgottenException where the key was destroyed meanwhile */
        void writeTo(OutputStream out) throws IOException {
            opener.copy(0, length, way.outputs().watched(out, way.leaf()));
        }

        /** All of it, to be closed by the caller. */
        InputStream stream() throws IOException {
            return opener.stream();
        }

        @Override
        public void close() {
            key.close();
        }
    }

    record Way(HeldOutputs outputs, UUID leaf) {}

    /** As it is told: what was drawn of it, where something was. @throws IllegalStateException where it is gone meanwhile */
    public Opened open(AnswerDocument.Told paper) {
        return paper.drawn()
                .map(this::open)
                .orElseGet(() -> open(paper.document().id()));
    }

    private Opened open(RedactionRows.Row row) {
        byte[] sealed = wall.asArchive("requests", () -> redactions.sealed(row.id()));
        LeafKey key = keyring.open(row.leaf());
        RedactionSeal.About about = redactionSeal.about(key, row);
        Opener opener = redactionSeal.opener(key, row, about, sealed);
        return new Opened(key, opener, about.length(), about.sha256(), new Way(outputs, row.leaf()));
    }

    /** The original. @throws IllegalStateException where it is gone meanwhile */
    public Opened open(UUID id) {
        return wall.asArchive("requests", () -> {
            Document document =
                    documents.find(id).orElseThrow(() -> new IllegalStateException("a document of an answer is gone"));
            LeafKey key = keyring.open(document.leafId());
            About about = seal.about(key, document);
            return new Opened(
                    key,
                    seal.opener(key, document, about),
                    about.length(),
                    HexFormat.of().formatHex(about.sha256()),
                    new Way(outputs, document.leafId()));
        });
    }

    /** The cover letter, PDF/A. */
    public byte[] letter(AnswerData.Collected answer) {
        long leftOut =
                answer.papers().stream().filter(AnswerDocument.Told::isLeftOut).count();
        long drawnAnew = answer.papers().stream()
                .filter(paper -> paper.drawn().isPresent())
                .count();
        return AnswerLetter.of(
                new AnswerLetter.Told(
                        answer.id(), answer.number(), answer.at(), answer.coverage(), (int) leftOut, (int) drawnAnew),
                AppealRoute.of(policies.policy()));
    }

    /** The manifest of these files, signed. @throws UnavailableException before the log has a checkpoint */
    public byte[] manifest(String number, Map<String, String> files) {
        var shown = proofs.newest().orElseThrow(() -> new UnavailableException("no-checkpoint", SOON));
        return keys.signPaper(new AnswerManifest("request " + number, shown.note(), files).text())
                .asText()
                .getBytes(StandardCharsets.UTF_8);
    }
}
