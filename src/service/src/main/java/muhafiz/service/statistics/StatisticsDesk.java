package muhafiz.service.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Statistics;
import muhafiz.domain.statistics.DisclosureControl.Finding;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Figure;
import muhafiz.domain.statistics.Released;
import muhafiz.domain.statistics.Tally;
import muhafiz.service.Refusal;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.statistics.ReleaseRows.Row;
import muhafiz.service.statistics.StatisticsEntries.Asked;

/** The transactions of making and publishing tables: decide, count, check, write, log. */
@ApplicationScoped
@Transactional
class StatisticsDesk {
    private final ReleaseRows rows;
    private final Tallies tallies;
    private final StatisticsEntries entries;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    StatisticsDesk(
            DataSource database,
            Tallies tallies,
            StatisticsEntries entries,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = new ReleaseRows(database);
        this.tallies = tallies;
        this.entries = entries;
        this.policies = policies;
        this.clock = clock;
    }

    /** What came of it; the entry is written either way. */
    sealed interface Answer {
        record Made(ReleasedTable table) implements Answer {}

        record Refused(Refusal refusal, String why) implements Answer {}
    }

    /** Figures that may be shown, or why none may. */
    private sealed interface Check {
        record Passed(List<Figure> figures) implements Check {}

        record Failed(Refusal refusal, String why) implements Check {}
    }

    public Answer look(Asked asked, TableQuestion question) {
        Check check = check(asked, question);
        if (check instanceof Check.Failed failed) {
            return refused(asked, failed);
        }
        entries.done(asked, "search", Map.of("what", "statistics", "period", question.period()));
        return new Answer.Made(new ReleasedTable(
                Optional.empty(),
                policies.policy().version(),
                question.period(),
                question.extent(),
                Optional.empty(),
                now(),
                Optional.empty(),
                lines(),
                ((Check.Passed) check).figures()));
    }

    public Answer draft(Asked asked, TableQuestion question, Optional<UUID> corrects) {
        rows.takeTurn();
        Check check = check(asked, question);
        if (check instanceof Check.Failed failed) {
            return refused(asked, failed);
        }
        Optional<Check.Failed> wrong = wrongCorrection(question.extent(), corrects);
        if (wrong.isPresent()) {
            return refused(asked, wrong.get());
        }
        Row row = new Row(
                Randoms.id(),
                policies.policy().version(),
                question.period(),
                question.extent(),
                corrects,
                now(),
                Optional.empty());
        rows.add(row, asked.caller().user(), lines(), ((Check.Passed) check).figures());
        entries.done(asked, "export", facts(row, "drafted"));
        return new Answer.Made(table(row));
    }

    private Optional<Check.Failed> wrongCorrection(Extent extent, Optional<UUID> corrects) {
        if (corrects.isPresent()) {
            boolean isKnown = rows.find(corrects.get())
                    .filter(row -> row.publishedAt().isPresent())
                    .filter(row -> row.extent().equals(extent))
                    .isPresent();
            return isKnown
                    ? Optional.empty()
                    : Optional.of(new Check.Failed(Refusal.NOT_FOUND, "there is no such release of this table"));
        }
        return rows.ledger().stream().map(Released::extent).anyMatch(extent::equals)
                ? Optional.of(new Check.Failed(
                        Refusal.ALREADY_DECIDED, "this table is published; a correction names the release (corrects)"))
                : Optional.empty();
    }

    /** Looked at again: others were published meanwhile, and what was drafted must still be so. */
    public Answer publish(Asked asked, UUID release) {
        rows.takeTurn();
        if (!entries.isGranted(asked)) {
            return refused(asked, new Check.Failed(Refusal.NOT_ALLOWED, "this role makes no statistics"));
        }
        Optional<Row> found = rows.find(release);
        if (found.isEmpty()) {
            return refused(asked, new Check.Failed(Refusal.NOT_FOUND, "there is no such release"));
        }
        Row row = found.get();
        if (row.publishedAt().isPresent()) {
            return refused(asked, new Check.Failed(Refusal.ALREADY_DECIDED, "it is published already"));
        }
        Check check = examine(row.extent());
        if (check instanceof Check.Failed failed) {
            return refused(asked, failed);
        }
        if (!((Check.Passed) check).figures().equals(rows.figures(release))) {
            return refused(
                    asked, new Check.Failed(Refusal.VERSION_CHANGED, "its figures are not those that were drafted"));
        }
        rows.publish(release, asked.caller().user(), now());
        entries.done(asked, "export", facts(row, "published"));
        return new Answer.Made(table(rows.find(release).orElseThrow()));
    }

    /** A published one. */
    public Optional<ReleasedTable> published(UUID release) {
        return rows.find(release).filter(row -> row.publishedAt().isPresent()).map(this::table);
    }

    /** Published ones, the newest first. */
    public List<ReleasedTable> publishedBefore(UUID release, int most) {
        return rows.publishedBefore(release, most).stream().map(this::table).toList();
    }

    private Answer refused(Asked asked, Check.Failed failed) {
        entries.refused(asked, failed.refusal());
        return new Answer.Refused(failed.refusal(), failed.why());
    }

    private Check check(Asked asked, TableQuestion question) {
        if (!entries.isGranted(asked)) {
            return new Check.Failed(Refusal.NOT_ALLOWED, "this role makes no statistics");
        }
        Policy policy = policies.policy();
        YearMonth running = YearMonth.from(clock.instant().atZone(policy.meta().timeZone()));
        if (question.isOfMonths()
                && question.periods().stream().anyMatch(month -> month.compareTo(running.toString()) >= 0)) {
            return new Check.Failed(Refusal.PERIOD_OPEN, "a month is counted once it is over");
        }
        if (question.units().stream().anyMatch(unit -> policy.unit(unit).isEmpty())) {
            return new Check.Failed(Refusal.UNIT_UNKNOWN, "there is no such unit");
        }
        return examine(question.extent());
    }

    private Check examine(Extent extent) {
        Statistics statistics = policies.policy().statistics();
        List<Released> ledger = rows.ledger();
        Set<String> periods = new TreeSet<>(extent.periods());
        ledger.forEach(one -> periods.addAll(one.extent().periods()));
        List<Tally> counted = tallies.of(periods);
        Map<String, Long> totals = new TreeMap<>();
        counted.stream().filter(extent::counts).forEach(tally -> totals.merge(tally.row(), tally.count(), Long::sum));
        Optional<String> broken = statistics.identities().stream()
                .flatMap(identity -> identity.broken(totals).stream())
                .findFirst();
        if (broken.isPresent()) {
            return new Check.Failed(Refusal.SUM_RULE_BROKEN, broken.get());
        }
        Finding finding = statistics.control().examine(extent, counted, ledger);
        return finding instanceof Finding.MayBeShown may
                ? new Check.Passed(may.figures())
                : new Check.Failed(Refusal.WOULD_DISCLOSE, ((Finding.WouldDisclose) finding).because());
    }

    private static Map<String, String> facts(Row row, String what) {
        return Map.of("what", "statistics " + what, "release", row.id().toString(), "control", "passed");
    }

    private ReleasedTable table(Row row) {
        return new ReleasedTable(
                Optional.of(row.id()),
                row.reportVersion(),
                row.period(),
                row.extent(),
                row.corrects(),
                row.draftedAt(),
                row.publishedAt(),
                rows.lines(row.id()),
                rows.figures(row.id()));
    }

    private List<ReleasedTable.Line> lines() {
        return policies.policy().statistics().rows().stream()
                .map(row -> new ReleasedTable.Line(row.id(), row.section(), row.text()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
