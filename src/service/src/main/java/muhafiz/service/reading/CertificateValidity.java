package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.Validity;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.Validities;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** A medical officer says whether a certificate is valid, and until when. */
@ApplicationScoped
public class CertificateValidity {
    private final Desk desk;

    @Inject
    CertificateValidity(Desk desk) {
        this.desk = desk;
    }

    /** @throws RefusedException {@code not-found}, also where the policy gives the caller no such word about it */
    public void state(Caller caller, UUID document, Validity validity) {
        if (!desk.state(caller, document, validity)) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such document");
        }
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Desk {
        private final DocumentRows documents;
        private final CaseRows cases;
        private final CaseAccess access;
        private final Validities validities;
        private final PolicyInForce policies;
        private final AccessLog log;

        @Inject
        Desk(
                DocumentRows documents,
                CaseRows cases,
                CaseAccess access,
                Validities validities,
                PolicyInForce policies,
                AccessLog log) {
            this.documents = documents;
            this.cases = cases;
            this.access = access;
            this.validities = validities;
            this.policies = policies;
            this.log = log;
        }

        /** Whether it was said; the entry is written either way. */
        @Transactional
        public boolean state(Caller caller, UUID id, Validity validity) {
            Optional<Document> found = documents.find(id);
            Optional<CaseFile> file = found.map(Document::caseId).flatMap(cases::hold);
            if (file.isEmpty()) {
                log.write(new Act(
                        caller,
                        "denied",
                        Act.Ground.NONE,
                        Act.Outcome.denied("unknown"),
                        Act.About.NOBODY,
                        Map.of("asked", Action.SET_VALIDITY.word())));
                return false;
            }
            return decided(caller, file.get(), found.orElseThrow(), validity);
        }

        private boolean decided(Caller caller, CaseFile file, Document document, Validity validity) {
            AccessDecision decision = access.decide(
                    caller,
                    file,
                    new CaseAccess.Wish(
                            Action.SET_VALIDITY,
                            document.recordClass(),
                            Optional.of(document.kind()),
                            Optional.of(document.provenance().purpose()),
                            Optional.empty()));
            boolean allowed = decision.isAllowed();
            if (allowed) {
                validities.add(document, validity);
            }
            log.write(new Act(
                    caller,
                    allowed ? Action.SET_VALIDITY.word() : "denied",
                    new Act.Ground(
                            document.provenance().purpose(),
                            document.provenance().basis()),
                    allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                    new Act.About(
                            Concerned.by(policies.policy().kind(document.kind()), cases.parties(file.id())),
                            Optional.of(document.id()),
                            Optional.of(file.id())),
                    Map.of("asked", Action.SET_VALIDITY.word())));
            return allowed;
        }
    }
}
