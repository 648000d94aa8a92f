package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.CaseTokens;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.retention.EndDates;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Restrictions;

/** Takes a document from one case to another, by somebody who may do so in both. In the caller's transaction. */
@ApplicationScoped
class Moving {
    private static final Set<CaseState> ENDED = EnumSet.of(CaseState.WITHDRAWN, CaseState.CLOSED);

    private final PaperDesk desk;
    private final CaseLookup lookup;
    private final CaseRows cases;
    private final CaseTokens tokens;
    private final CaseProgress progress;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final Guard guard;
    private final Restrictions restrictions;
    private final EndDates ends;

    @Inject
    Moving(
            PaperDesk desk,
            CaseLookup lookup,
            CaseRows cases,
            CaseTokens tokens,
            CaseProgress progress,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            Guard guard,
            Restrictions restrictions,
            EndDates ends) {
        this.desk = desk;
        this.lookup = lookup;
        this.cases = cases;
        this.tokens = tokens;
        this.progress = progress;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.guard = guard;
        this.restrictions = restrictions;
        this.ends = ends;
    }

    /** Whither. */
    record To(String number, DocumentKind kind) {}

    /** The same document in the other case; in the same one where that is meant. */
    PaperDesk.Paper move(PaperDesk.Paper paper, PaperDesk.Asked asked, To to) {
        CaseFile other = lookup.find(to.number())
                .filter(file -> !file.id().equals(paper.file().id()))
                .flatMap(file -> cases.hold(file.id()))
                .orElseThrow(Moving::unknown);
        PaperDesk.Paper there = new PaperDesk.Paper(paper.document(), other);
        if (!desk.decide(asked, there).isAllowed()) {
            throw unknown();
        }
        if (ENDED.contains(other.state())) {
            throw new RefusedException(Refusal.CASE_CLOSED, "the case takes no more documents");
        }
        requireFree(paper);
        Document document = paper.document();
        byte[] token = tokenIn(other, document);
        if (documents.holdsDuplicate(other.id(), token)) {
            throw new RefusedException(Refusal.DUPLICATE, "the case holds these very bytes already");
        }
        documents.leaveLine(document);
        document.moveTo(other.id(), token);
        return there;
    }

    /** What stands on a document or its case stands there still when it is somewhere else. */
    private void requireFree(PaperDesk.Paper paper) {
        boolean isFree = guard.ofCase(paper.file().id()).isEmpty()
                && guard.lock(Set.of(paper.document().id()))
                        .getOrDefault(paper.document().id(), List.of())
                        .isEmpty();
        if (!isFree) {
            throw new RefusedException(Refusal.RESTRICTED, "a hold or a restriction stands on it where it lies");
        }
    }

    private byte[] tokenIn(CaseFile other, Document document) {
        try (LeafKey tokenKey = tokens.keyOf(other);
                LeafKey key = keyring.open(document.leafId())) {
            return DocumentSeal.duplicateToken(
                    tokenKey, seal.about(key, document).sha256());
        }
    }

    /** What follows from its being there now. */
    void arrived(PaperDesk.Paper filed) {
        progress.documentCame(filed.file());
        restrictions.filed(filed.document().id());
        ends.ofCase(filed.file().id());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such other application");
    }
}
