package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.Words;
import muhafiz.service.inspect.Findings;
import muhafiz.service.reading.DocumentView.Copy;
import muhafiz.service.reading.DocumentView.RetentionView;

/** Puts together what is known of a document. Within the transaction of the reading. */
@ApplicationScoped
class Descriptions {
    private final CaseFields fields;
    private final DocumentSeal seal;
    private final Words words;

    @Inject
    Descriptions(CaseFields fields, DocumentSeal seal, Words words) {
        this.fields = fields;
        this.seal = seal;
        this.words = words;
    }

    DocumentView of(CaseFile file, Document document, LeafKey key) {
        About about = seal.about(key, document);
        Provenance provenance = document.provenance();
        Optional<JsonObject> findings = seal.findings(key, document);
        return new DocumentView(
                document.id(),
                fields.numberOf(file).toString(),
                document.kind(),
                document.recordClass(),
                document.state().code(),
                document.reasons(),
                new RetentionView(document.end().rule(), document.end().date()),
                provenance.source(),
                provenance.channel(),
                provenance.purpose(),
                provenance.basis(),
                provenance.policyVersion(),
                document.receivedAt(),
                about.mediaType(),
                about.length(),
                about.sha256(),
                about.fileName(),
                words.original(document),
                findings.map(Findings::metadata).orElse(Map.of()),
                findings.map(Findings::raw).orElse(Map.of()),
                copies(findings.isPresent()));
    }

    private static List<Copy> copies(boolean wasRead) {
        Copy original = new Copy(DocumentSeal.ORIGINAL, "held");
        return wasRead ? List.of(original, new Copy("findings", "held")) : List.of(original);
    }
}
