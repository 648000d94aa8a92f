package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.Refusal;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.hold.HoldDesk.Answer;
import muhafiz.service.hold.HoldDesk.Asked;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The transactions of listing and lifting restrictions. */
@ApplicationScoped
@Transactional
class RestrictionDesk {
    private static final String OF_REBUILD = "rebuild/";

    private final RestrictionRows rows;
    private final Restrictions restrictions;
    private final HoldRights rights;
    private final HoldEntries entries;
    private final CaseRows cases;
    private final CaseFields fields;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    RestrictionDesk(
            DataSource database,
            Restrictions restrictions,
            HoldRights rights,
            HoldEntries entries,
            CaseRows cases,
            CaseFields fields,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = new RestrictionRows(database);
        this.restrictions = restrictions;
        this.rights = rights;
        this.entries = entries;
        this.cases = cases;
        this.fields = fields;
        this.policies = policies;
        this.clock = clock;
    }

    public Answer<List<RestrictionView>> list(Asked asked, UUID after, int most) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        List<RestrictionView> shown = new ArrayList<>();
        Set<UUID> files = new TreeSet<>();
        for (RestrictionRows.Row row : rows.page(after, most)) {
            Set<UUID> reached = new TreeSet<>(rows.cases(row.id()));
            if (rights.ruleFor(asked, reached).isPresent()) {
                shown.add(view(row));
                files.addAll(reached);
            }
        }
        entries.listed(asked, files, "restrictions");
        return new Answer.Done<>(shown);
    }

    private RestrictionView view(RestrictionRows.Row row) {
        return new RestrictionView(
                row.id(),
                row.because(),
                row.since(),
                row.imposedBy(),
                row.caseFile()
                        .flatMap(cases::find)
                        .map(file -> fields.numberOf(file).toString()),
                restrictions.reachedBy(row.id()));
    }

    public Answer<UUID> lift(Asked asked, UUID restriction, Optional<LocalDate> noticedOn) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        Optional<RestrictionRows.Row> found = rows.lock(restriction);
        Set<UUID> files = new TreeSet<>(rows.cases(restriction));
        Optional<String> rule = rights.ruleFor(asked, files);
        if (found.isEmpty() || rule.isEmpty()) {
            return entries.refused(asked, Refusal.NOT_FOUND);
        }
        Optional<Refusal> refused = refusal(found.get(), noticedOn);
        if (refused.isPresent()) {
            return entries.refused(asked, refused.get());
        }
        noticedOn.ifPresent(day -> rows.noticed(restriction, day));
        restrictions.lift(
                found.get().because(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                asked.caller().user());
        entries.done(
                asked, "lift", rule.get(), files, Map.of("request", found.get().because()));
        return new Answer.Done<>(restriction);
    }

    private Optional<Refusal> refusal(RestrictionRows.Row row, Optional<LocalDate> noticedOn) {
        if (row.because().startsWith(OF_REBUILD)) {
            return Optional.of(Refusal.LIFTED_BY_RELEASE);
        }
        LocalDate since =
                LocalDate.ofInstant(row.since(), policies.policy().meta().timeZone());
        return noticedOn.filter(day -> !day.isBefore(since)).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.NOTICE_REQUIRED);
    }
}
