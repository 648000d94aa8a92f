package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/**
 * Looks after the outbox in the background: tells applicants whose case is late, once for each day that passed, and forgets contacts of
 * notices that were sent. Safe for all nodes, and to repeat.
 */
@ApplicationScoped
public class NoticeSweep {
    private static final int SOME = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final NoticeRows rows;
    private final Turn turn;
    private final Forgetting forgetting;

    @Inject
    NoticeSweep(DataSource database, Turn turn, Forgetting forgetting) {
        this.rows = new NoticeRows(database);
        this.turn = turn;
        this.forgetting = forgetting;
    }

    /** @return how many cases were told of as late */
    public int sweep() {
        Set<UUID> spent = turn.spent();
        if (!spent.isEmpty()) {
            forgetting.destroy(spent, Randoms.id());
            turn.strike(spent);
        }
        int told = 0;
        for (List<UUID> some = turn.late(FIRST); !some.isEmpty(); some = turn.late(some.get(some.size() - 1))) {
            told += some.size();
        }
        return told;
    }

    /** How many notices could not be sent, and were not shown yet. */
    public int failures() {
        return rows.failures();
    }

    /** One transaction each. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final NoticeRows rows;
        private final Notices notices;
        private final CaseRows cases;
        private final AccessLog log;
        private final PolicyInForce policies;
        private final InstantSource clock;

        @Inject
        Turn(
                DataSource database,
                Notices notices,
                CaseRows cases,
                AccessLog log,
                PolicyInForce policies,
                InstantSource clock) {
            this.rows = new NoticeRows(database);
            this.notices = notices;
            this.cases = cases;
            this.log = log;
            this.policies = policies;
            this.clock = clock;
        }

        public Set<UUID> spent() {
            return rows.spent(SOME);
        }

        public void strike(Set<UUID> leaves) {
            rows.strike(leaves);
        }

        /** Tells the applicants of some cases after this one. */
        public List<UUID> late(UUID after) {
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), policies.policy().meta().timeZone());
            List<UUID> late = rows.late(today, after, SOME);
            late.forEach(this::tell);
            return late;
        }

        /** The row of the case is held: another node that looks at the same time finds it told. */
        private void tell(UUID caseFile) {
            cases.hold(caseFile)
                    .filter(file -> rows.isStillLate(file.id()))
                    .filter(file -> !notices.queue("late", new Addressee.Applicants(caseFile), Map.of())
                            .isEmpty())
                    .ifPresent(file -> log.write(new Act(
                            Caller.archive(Randoms.id().toString()),
                            "read_status",
                            new Act.Ground(
                                    file.provenance().purpose(),
                                    file.provenance().basis()),
                            Act.Outcome.done("notices.late"),
                            new Act.About(
                                    Concerned.all(cases.parties(caseFile)), Optional.empty(), Optional.of(caseFile)),
                            Map.of("what", "applicant told that it is late"))));
        }
    }
}
