package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.GlassEntries.Deed;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;

/** Looks after broken glass: tells whoever is to be told, and reports what nobody confirmed. */
@ApplicationScoped
@Transactional
public class GlassWatch {
    /** How long what was never confirmed is warned of. */
    private static final Duration WARNED = Duration.ofDays(31);

    private static final int PAGE = 100;

    private final CaseRows cases;
    private final CaseAccess access;
    private final GlassRows rows;
    private final GlassReasons reasons;
    private final GlassEntries entries;
    private final MonthTokens tokens;
    private final InstantSource clock;

    @Inject
    GlassWatch(
            CaseRows cases,
            CaseAccess access,
            GlassRows rows,
            GlassReasons reasons,
            GlassEntries entries,
            MonthTokens tokens,
            InstantSource clock) {
        this.cases = cases;
        this.access = access;
        this.rows = rows;
        this.reasons = reasons;
        this.entries = entries;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** How much waits for a second person, and how much waited in vain within the last 31 days. */
    public record Counts(int open, int escalated) {}

    public Counts counts() {
        List<Integer> counts = rows.counts(clock.instant().minus(WARNED));
        return new Counts(counts.get(0), counts.get(1));
    }

    /** Reports what nobody confirmed in time. @return how many */
    public int escalate() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Glass> overdue = rows.overdue(now.minus(Glass.CONFIRM_WITHIN));
        for (Glass glass : overdue) {
            rows.escalate(glass.id(), now);
            cases.find(glass.caseId()).ifPresent(file -> entries.write(unconfirmed(glass), file));
        }
        return overdue.size();
    }

    private Deed unconfirmed(Glass glass) {
        return new Deed(
                Caller.archive(Randoms.id().toString()),
                GlassEntries.RULE,
                Act.Outcome.failed("not-confirmed"),
                glass.purpose(),
                Map.of(
                        "glass",
                        glass.id().toString(),
                        "by",
                        tokens.account(glass.by().account())));
    }

    /** What this caller may know of, its reasons opened; each case shown is an entry, and so is that nothing was. */
    public GlassPage page(Caller caller, UUID after, Why why) {
        List<Glass> rowsOfPage = rows.after(after, PAGE);
        List<BrokenGlass> shown = new ArrayList<>();
        for (Glass glass : rowsOfPage) {
            cases.find(glass.caseId())
                    .flatMap(file -> shown(caller, glass, file, why))
                    .ifPresent(shown::add);
        }
        if (shown.isEmpty()) {
            entries.write(read(caller, "none", why, Map.of("asked", GlassEntries.RULE)));
        }
        boolean isFull = rowsOfPage.size() == PAGE;
        return new GlassPage(
                shown, isFull ? Optional.of(rowsOfPage.get(PAGE - 1).id()) : Optional.empty());
    }

    private Optional<BrokenGlass> shown(Caller caller, Glass glass, CaseFile file, Why why) {
        CaseAccess.Wish wish =
                new CaseAccess.Wish(Action.READ_META, file.recordClass(), Optional.empty(), why.purpose(), why.ref());
        AccessDecision decision = access.decide(caller, file, wish);
        if (!decision.isAllowed()) {
            return Optional.empty();
        }
        entries.write(
                read(caller, decision.rule(), why, Map.of("glass", glass.id().toString())), file);
        return Optional.of(new BrokenGlass(glass, access.numberOf(file), reasons.opened(glass, file)));
    }

    private static Deed read(Caller caller, String rule, Why why, Map<String, String> more) {
        return new Deed(
                caller,
                Action.READ_META.word(),
                Act.Outcome.done(rule),
                why.purpose().orElseThrow(),
                more);
    }
}
