package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.hold.HoldRows.Named;

/** The transactions of placing, reviewing and listing holds: look up and lock, decide, write, log. */
@ApplicationScoped
@Transactional
class HoldDesk {
    private final HoldRows rows;
    private final HoldRights rights;
    private final HoldEntries entries;
    private final HoldPicture picture;
    private final HoldText text;
    private final CaseLookup lookup;
    private final CaseRows cases;
    private final InstantSource clock;

    @Inject
    HoldDesk(
            DataSource database,
            HoldRights rights,
            HoldEntries entries,
            HoldPicture picture,
            HoldText text,
            CaseLookup lookup,
            CaseRows cases,
            InstantSource clock) {
        this.rows = new HoldRows(database);
        this.rights = rights;
        this.entries = entries;
        this.picture = picture;
        this.text = text;
        this.lookup = lookup;
        this.cases = cases;
        this.clock = clock;
    }

    /** Who wants what, and why. */
    record Asked(Caller caller, Action action, String purpose, Optional<String> ref) {}

    /** What came of it; the entry is written either way. */
    sealed interface Answer<T> {
        record Done<T>(T what) implements Answer<T> {}

        record Refused<T>(Refusal refusal) implements Answer<T> {}
    }

    /** What a hold reaches: classes that are decided about, the case it names, documents it names, cases it is told of. */
    private record Reached(Set<String> classes, Optional<UUID> caseFile, List<UUID> documents, Set<UUID> cases) {}

    public Answer<HoldView> place(Asked asked, NewHold hold) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        Optional<Reached> reached = hold.scope()
                .application()
                .map(this::ofApplication)
                .orElseGet(() -> ofDocuments(hold.scope().documents()));
        Optional<String> rule = reached.flatMap(found -> rights.rule(asked, found.classes()));
        if (reached.isEmpty() || rule.isEmpty()) {
            return entries.refused(asked, Refusal.NOT_FOUND);
        }
        HoldRows.Row row = row(asked, hold, reached.get().caseFile());
        rows.add(row, reached.get().documents());
        entries.done(asked, row, rule.get(), "placed", reached.get().cases());
        return new Answer.Done<>(picture.of(row));
    }

    private Optional<Reached> ofApplication(String number) {
        return lookup.find(number).flatMap(file -> cases.hold(file.id())).map(file -> {
            rows.lockAllOf(file.id());
            return new Reached(Set.of(file.recordClass()), Optional.of(file.id()), List.of(), Set.of(file.id()));
        });
    }

    /** All of them, or none. */
    private Optional<Reached> ofDocuments(Set<UUID> documents) {
        List<Named> found = rows.lock(documents);
        if (found.size() < documents.size()) {
            return Optional.empty();
        }
        Set<String> classes = found.stream().map(Named::recordClass).collect(Collectors.toSet());
        Set<UUID> files = found.stream().map(Named::caseFile).collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(new Reached(classes, Optional.empty(), List.copyOf(documents), files));
    }

    private HoldRows.Row row(Asked asked, NewHold hold, Optional<UUID> caseFile) {
        UUID id = Randoms.id();
        SealedFields fields = text.seal(id, new HoldText.Text(hold.authority(), hold.ground()));
        HoldView.Hands hands = new HoldView.Hands(
                asked.caller().user(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new HoldRows.Row(id, caseFile, fields.leafId(), fields.sealed(), hold.reviewOn(), hands);
    }

    public Answer<HoldView> review(Asked asked, UUID hold, LocalDate reviewOn) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        Optional<HoldRows.Row> found = rows.lock(hold);
        Set<UUID> files = new TreeSet<>(rows.cases(hold));
        Optional<String> rule = rights.ruleFor(asked, files);
        if (found.isEmpty() || rule.isEmpty()) {
            return entries.refused(asked, Refusal.NOT_FOUND);
        }
        if (found.get().isReleased()) {
            return entries.refused(asked, Refusal.HOLD_RELEASED);
        }
        rows.review(hold, reviewOn);
        entries.done(asked, found.get(), rule.get(), "reviewed", files);
        return new Answer.Done<>(picture.of(rows.lock(hold).orElseThrow()));
    }

    public Answer<List<HoldView>> list(Asked asked, HoldQuestion question) {
        if (!rights.isEverGranted(asked)) {
            return entries.refused(asked, Refusal.NOT_ALLOWED);
        }
        List<HoldView> shown = new ArrayList<>();
        Set<UUID> files = new TreeSet<>();
        for (HoldRows.Row row : rows.page(question)) {
            Set<UUID> reached = new TreeSet<>(rows.cases(row.id()));
            if (rights.ruleFor(asked, reached).isPresent()) {
                shown.add(picture.of(row));
                files.addAll(reached);
            }
        }
        entries.listed(asked, files, "holds");
        return new Answer.Done<>(shown);
    }
}
