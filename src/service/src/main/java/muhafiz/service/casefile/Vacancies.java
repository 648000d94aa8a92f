package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.access.Identities;
import muhafiz.service.access.Identity;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;

/** Takes cases from officers whose accounts are blocked: they wait for the supervisor, and nobody who comes back finds them. */
@ApplicationScoped
public class Vacancies {
    private final Identities identities;
    private final Desks desks;

    @Inject
    Vacancies(Identities identities, Desks desks) {
        this.identities = identities;
        this.desks = desks;
    }

    /** @return how many cases were taken */
    public int sweep() {
        identities.lookForGone();
        return desks.clear();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Desks {
        private final Identities identities;
        private final CaseRows rows;
        private final AccessLog log;
        private final MonthTokens tokens;

        @Inject
        Desks(Identities identities, CaseRows rows, AccessLog log, MonthTokens tokens) {
            this.identities = identities;
            this.rows = rows;
            this.log = log;
            this.tokens = tokens;
        }

        @Transactional
        public int clear() {
            int taken = 0;
            for (Identity gone : identities.blocked()) {
                for (CaseFile file : rows.assignedTo(gone.account())) {
                    file.takeFromOfficer();
                    log.write(entry(gone, file));
                    taken++;
                }
            }
            return taken;
        }

        private Act entry(Identity gone, CaseFile file) {
            return new Act(
                    Caller.archive(Randoms.id().toString()),
                    "assign",
                    new Act.Ground(
                            file.provenance().purpose(), file.provenance().basis()),
                    Act.Outcome.done("archive.account-blocked"),
                    new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id())),
                    Map.of("from", tokens.account(gone.account()), "to", ""));
        }
    }
}
