package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.Actors;
import muhafiz.service.log.PersonKeys;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/**
 * Ends the log's own details with the term of their class: the keys of persons' years and of months are destroyed, and entries that
 * nobody can open any more are struck out, while their hashes stay. Not while the clock is in doubt, and not by a term that nobody
 * stands behind. Safe to repeat, for all nodes.
 */
@ApplicationScoped
public class LogRetention {
    private static final Logger LOG = System.getLogger(LogRetention.class.getName());
    private static final String LOG_CLASS = "RC-LOG";

    private final PolicyInForce policies;
    private final ConfirmedPeriods periods;
    private final ClockWatch watch;
    private final Forgetting forgetting;
    private final OldBundles bundles;
    private final Turn turn;
    private final InstantSource clock;

    @Inject
    LogRetention(
            PolicyInForce policies,
            ConfirmedPeriods periods,
            ClockWatch watch,
            Forgetting forgetting,
            OldBundles bundles,
            Turn turn,
            InstantSource clock) {
        this.policies = policies;
        this.periods = periods;
        this.watch = watch;
        this.forgetting = forgetting;
        this.bundles = bundles;
        this.turn = turn;
        this.clock = clock;
    }

    /** @return how many keys were destroyed */
    public int sweep() {
        return endOutlived() + endOld();
    }

    /** The person was forgotten already; a hold that kept the key has ended. */
    private int endOutlived() {
        UUID order = Randoms.id();
        Set<UUID> leaves = turn.outlived();
        if (!leaves.isEmpty()) {
            forgetting.destroy(leaves, order);
            turn.strikeOutlived(leaves, order);
        }
        return leaves.size();
    }

    private int endOld() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LogTerm> term = policies.policy()
                .recordClass(LOG_CLASS)
                .filter(one -> periods.mayDestroy(one.id()))
                .map(RecordClass::retention)
                .flatMap(RetentionRule::period)
                .map(LogTerm::new);
        return term.map(one -> end(one, today)).orElse(0);
    }

    private int end(LogTerm term, LocalDate today) {
        Set<String> doubts = watch.look();
        if (!doubts.isEmpty()) {
            LOG.log(Level.WARNING, "the log''s term is not looked at: {0}", doubts);
            return 0;
        }
        Turn.Due due = turn.due(term, today);
        if (!due.leaves().isEmpty()) {
            forgetting.destroy(due.leaves(), due.order());
        }
        turn.strike(due);
        OptionalLong below = turn.below(due);
        below.ifPresent(bundles::removeBelow);
        turn.done(due, below);
        return due.leaves().size();
    }

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final PersonKeys persons;
        private final ServiceKeys months;
        private final Actors.Names names;
        private final AccessLog log;

        @Inject
        Turn(PersonKeys persons, ServiceKeys months, Actors.Names names, AccessLog log) {
            this.persons = persons;
            this.months = months;
            this.names = names;
            this.log = log;
        }

        /**
         * What has reached its end.
         *
         * @param month the last month that ended
         * @param firstKept the first year of which something is kept
         */
        record Due(UUID order, Set<UUID> persons, Set<UUID> months, YearMonth month, int firstKept) {
            Set<UUID> leaves() {
                Set<UUID> all = new HashSet<>(persons);
                all.addAll(months);
                return all;
            }

            Instant firstMomentKept() {
                return LocalDate.of(firstKept, 1, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
        }

        public Set<UUID> outlived() {
            return persons.outlived();
        }

        public void strikeOutlived(Set<UUID> leaves, UUID order) {
            persons.strike(leaves);
            log.write(entry(
                    "archive.outlived-keys",
                    Map.of(
                            "what", "log keys that outlived their person",
                            "order", order.toString(),
                            "keys", Integer.toString(leaves.size()))));
        }

        public Due due(LogTerm term, LocalDate today) {
            int lastYear = term.lastYearEnded(today);
            YearMonth lastMonth = term.lastMonthEnded(today);
            PersonKeys.Ended ended = persons.ended(lastYear);
            Set<UUID> monthly = months.logMonths().entrySet().stream()
                    .filter(month -> !month.getKey().isAfter(lastMonth))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            return new Due(
                    Randoms.id(),
                    ended.leaves(),
                    monthly,
                    lastMonth,
                    ended.heldSince().orElse(lastYear + 1));
        }

        /** Rows of keys go once the keys are gone. */
        public void strike(Due due) {
            persons.strike(due.persons());
            if (!due.months().isEmpty()) {
                months.strike(due.months());
            }
            names.forgetUpTo(due.month());
        }

        public OptionalLong below(Due due) {
            return persons.endOfBundlesBefore(due.firstMomentKept());
        }

        /** Entries go last: as long as they are there, their bundles are looked for again. */
        public void done(Due due, OptionalLong below) {
            long struck = below.isPresent() ? persons.prune(below.getAsLong(), due.firstMomentKept()) : 0;
            if (!due.leaves().isEmpty() || struck > 0) {
                log.write(entry(due, struck));
            }
        }

        private static Act entry(Due due, long struck) {
            return entry(
                    "archive.log-term",
                    Map.of(
                            "what", "log details end",
                            "order", due.order().toString(),
                            "keys", Integer.toString(due.leaves().size()),
                            "entries", Long.toString(struck),
                            "before", Integer.toString(due.firstKept())));
        }

        private static Act entry(String rule, Map<String, String> more) {
            return new Act(
                    Caller.archive(Randoms.id().toString()),
                    "key_operation",
                    new Act.Ground("P-OVERSIGHT", ""),
                    Act.Outcome.done(rule),
                    Act.About.NOBODY,
                    more);
        }
    }
}
