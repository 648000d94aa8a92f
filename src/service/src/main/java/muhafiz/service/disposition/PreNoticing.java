package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Part;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.notice.Addressee;
import muhafiz.service.notice.Notices;
import muhafiz.service.policy.PolicyInForce;

/**
 * Tells units which of their files end soon (policy, {@code destruction.pre_notice}): a notice for each case, rule and end, written once,
 * with an entry. Safe for all nodes.
 */
@ApplicationScoped
public class PreNoticing {
    private static final int SOME = 200;

    private final Turn turn;

    @Inject
    PreNoticing(Turn turn) {
        this.turn = turn;
    }

    /** Writes what is to be told, some in each transaction. @return how many notices; none while the clock is in doubt */
    public int sweep() {
        int told = 0;
        for (int some = turn.tell(); some > 0; some = turn.tell()) {
            told += some;
        }
        return told;
    }

    /** The one transaction of some of them. */
    @ApplicationScoped
    static class Turn {
        private final PreNoticeRows rows;
        private final CaseRows cases;
        private final Notices notices;
        private final AccessLog log;
        private final ClockWatch clocks;
        private final PolicyInForce policies;
        private final InstantSource clock;

        @Inject
        Turn(
                PreNoticeRows rows,
                CaseRows cases,
                Notices notices,
                AccessLog log,
                ClockWatch clocks,
                PolicyInForce policies,
                InstantSource clock) {
            this.rows = rows;
            this.cases = cases;
            this.notices = notices;
            this.log = log;
            this.clocks = clocks;
            this.policies = policies;
            this.clock = clock;
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public int tell() {
            rows.forget();
            if (!clocks.look().isEmpty()) {
                return 0;
            }
            Optional<Part.Fields> notice =
                    policies.policy().file().fields("destruction").flatMap(part -> part.fields("pre_notice"));
            List<String> rules = notice.map(part -> part.words("classes")).orElse(List.of());
            Period before = notice.flatMap(part -> part.words("before").stream().findFirst())
                    .map(Period::parse)
                    .orElse(Period.ZERO);
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, policies.policy().meta().timeZone());
            List<PreNoticeRows.Row> told = rows.add(rules, today.plus(before), now, SOME);
            told.forEach(this::log);
            told.stream()
                    .map(PreNoticeRows.Row::unit)
                    .distinct()
                    .forEach(unit -> notices.queue("unit-pre-notice", new Addressee.Unit(unit), Map.of()));
            return told.size();
        }

        private void log(PreNoticeRows.Row told) {
            log.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "read_status",
                    new Act.Ground(Admission.PURPOSE, ""),
                    Act.Outcome.done("destruction.pre_notice"),
                    new Act.About(
                            Set.copyOf(Concerned.all(cases.parties(told.caseFile()))),
                            Optional.empty(),
                            Optional.of(told.caseFile())),
                    Map.of(
                            "what", "unit told before the end",
                            "notice", told.id().toString(),
                            "to", told.unit(),
                            "retention", told.rule(),
                            "end", told.endsOn().toString())));
        }
    }
}
