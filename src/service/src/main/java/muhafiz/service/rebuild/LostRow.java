package muhafiz.service.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.Restriction;
import muhafiz.domain.document.SealedContent;
import muhafiz.domain.rebuild.Found.Outcome;
import muhafiz.domain.rebuild.Rebuild;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.CaseTokens;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;
import muhafiz.service.document.SelfDescriptions;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates;
import muhafiz.service.retention.Restrictions;
import muhafiz.store.Label;

/** One document's row, written anew in one transaction with its log entries. */
@ApplicationScoped
class LostRow {
    private final RebuildRows rebuilds;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final CaseTokens tokens;
    private final Keyring keyring;
    private final SelfDescriptions descriptions;
    private final DocumentSeal seal;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final EndDates ends;
    private final Restrictions restrictions;

    @Inject
    LostRow(
            RebuildRows rebuilds,
            DocumentRows documents,
            CaseRows cases,
            CaseTokens tokens,
            Keyring keyring,
            SelfDescriptions descriptions,
            DocumentSeal seal,
            AccessLog log,
            PolicyInForce policies,
            EndDates ends,
            Restrictions restrictions) {
        this.rebuilds = rebuilds;
        this.documents = documents;
        this.cases = cases;
        this.tokens = tokens;
        this.keyring = keyring;
        this.descriptions = descriptions;
        this.seal = seal;
        this.log = log;
        this.policies = policies;
        this.ends = ends;
        this.restrictions = restrictions;
    }

    /**
     * Writes the row that belongs to the label of this version.
     *
     * @throws muhafiz.crypto.IntegrityException where the label was changed, or belongs to another version
     */
    @Transactional
    public Outcome write(Rebuild rebuild, UUID version, Label label) {
        if (documents.find(label.owner()).isPresent()) {
            return Outcome.KNOWN;
        }
        if (rebuilds.isOrderedToBeDestroyed(label.owner(), label.leaf())
                || !keyring.forgotten(Set.of(label.leaf())).isEmpty()) {
            return Outcome.DESTROYED;
        }
        if (!keyring.holds(label.leaf())) {
            return Outcome.WITHOUT_KEY;
        }
        try (LeafKey key = keyring.open(label.leaf())) {
            SelfDescription what = descriptions.open(key, version, label);
            Optional<CaseFile> file = cases.hold(what.caseId());
            file.ifPresent(one -> add(rebuild, document(rebuild, version, label, new Opened(key, what, one))));
            return file.isPresent() ? Outcome.REBUILT : Outcome.WITHOUT_CASE;
        }
    }

    private void add(Rebuild rebuild, Document document) {
        documents.add(document);
        documents.flush();
        Restriction untilReleased = new Restriction(rebuild.begunAt(), rebuild.asReason());
        restrictions.impose(Set.of(document.id()), untilReleased, rebuild.begunBy());
        ends.ofCase(document.caseId());
    }

    /** A description that opened, and the case it names. */
    private record Opened(LeafKey key, SelfDescription what, CaseFile file) {}

    private Document document(Rebuild rebuild, UUID version, Label label, Opened opened) {
        SelfDescription what = opened.what();
        Document.Identity identity = new Document.Identity(label.owner(), what.caseId(), version, label.leaf());
        byte[] about = seal.sealAbout(opened.key(), identity, what.about());
        Document document = new Document(
                identity, what.filing(), new Document.Sealing(content(what), duplicateToken(opened), about));
        log.write(act(rebuild, document));
        return document;
    }

    private static SealedContent content(SelfDescription what) {
        SealedLength length = SealedLength.ofPlaintext(what.about().length());
        return new SealedContent(length.bytes(), what.sealedSha256(), length.segments());
    }

    private byte[] duplicateToken(Opened opened) {
        try (LeafKey key = tokens.keyOf(opened.file())) {
            return DocumentSeal.duplicateToken(key, opened.what().about().sha256());
        }
    }

    private Act act(Rebuild rebuild, Document document) {
        Act.About about = new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId())),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
        return new Act(
                Caller.archive(Randoms.id().toString()),
                "restore",
                new Act.Ground(
                        document.provenance().purpose(), document.provenance().basis()),
                Act.Outcome.done("archive.rebuild"),
                about,
                Map.of("rebuild", rebuild.id().toString()));
    }
}
