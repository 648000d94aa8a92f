package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document;
import muhafiz.inspect.FieldTerm;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.Words;
import muhafiz.service.inspect.Findings;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.reading.DocumentView.Copy;
import muhafiz.service.reading.DocumentView.RetentionView;
import muhafiz.service.zone.Differences;
import muhafiz.service.zone.ReadZone;

/** Puts together what is known of a document. Within the transaction of the reading. */
@ApplicationScoped
class Descriptions {
    private final CaseFields fields;
    private final DocumentSeal seal;
    private final Words words;
    private final Differences differences;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Descriptions(
            CaseFields fields,
            DocumentSeal seal,
            Words words,
            Differences differences,
            PolicyInForce policies,
            InstantSource clock) {
        this.fields = fields;
        this.seal = seal;
        this.words = words;
        this.differences = differences;
        this.policies = policies;
        this.clock = clock;
    }

    DocumentView of(CaseFile file, Document document, LeafKey key) {
        About about = seal.about(key, document);
        Provenance provenance = document.provenance();
        Optional<JsonObject> findings = seal.findings(key, document);
        Map<String, String> metadata = findings.map(Findings::metadata).orElse(Map.of());
        Optional<ReadZone> zone = ReadZone.of(metadata);
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
                withoutZone(metadata),
                zone.map(read -> ZoneView.of(read, today())),
                differences.of(file, document, zone),
                findings.map(Findings::raw).orElse(Map.of()),
                copies(findings.isPresent()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    private static Map<String, String> withoutZone(Map<String, String> metadata) {
        Map<String, String> without = new LinkedHashMap<>(metadata);
        without.remove(FieldTerm.MRZ.term());
        without.remove(FieldTerm.MRZ_CONFIDENCE.term());
        return without;
    }

    private static List<Copy> copies(boolean wasRead) {
        Copy original = new Copy(DocumentSeal.ORIGINAL, "held");
        return wasRead ? List.of(original, new Copy("findings", "held")) : List.of(original);
    }
}
