package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
            HeldOutputs outputs,
            Proofs proofs,
            LogKeys keys,
            PolicyInForce policies,
            Wall wall) {
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.outputs = outputs;
        this.proofs = proofs;
        this.keys = keys;
        this.policies = policies;
        this.wall = wall;
    }

    /** Bytes on their way; closing wipes their key. */
    record Opened(LeafKey key, Opener opener, About about, UUID leaf, HeldOutputs outputs) implements AutoCloseable {
        /** @throws muhafiz.service.keys.ForgottenException where the key was destroyed meanwhile */
        void writeTo(OutputStream out) throws IOException {
            opener.copy(0, about.length(), outputs.watched(out, leaf));
        }

        @Override
        public void close() {
            key.close();
        }
    }

    /** @throws IllegalStateException where it is gone meanwhile */
    public Opened open(UUID id) {
        return wall.asArchive("requests", () -> {
            Document document =
                    documents.find(id).orElseThrow(() -> new IllegalStateException("a document of an answer is gone"));
            LeafKey key = keyring.open(document.leafId());
            About about = seal.about(key, document);
            return new Opened(key, seal.opener(key, document, about), about, document.leafId(), outputs);
        });
    }

    /** The cover letter, PDF/A. */
    public byte[] letter(AnswerData.Collected answer) {
        long leftOut =
                answer.papers().stream().filter(AnswerDocument.Told::isLeftOut).count();
        return AnswerLetter.of(
                new AnswerLetter.Told(answer.id(), answer.number(), answer.at(), answer.coverage(), (int) leftOut),
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
