package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.disclosure.DisclosureRows.Row;

/** The transactions of the register: who keeps it lists it, keeps a disclosure secret, calls one back. */
@ApplicationScoped
@Transactional
class DisclosureKeeping {
    private final DisclosureRights rights;
    private final DisclosureEntries entries;
    private final DisclosureRows rows;
    private final NoticeRows notices;
    private final DisclosureSeal seal;
    private final DisclosurePicture picture;
    private final InstantSource clock;

    @Inject
    DisclosureKeeping(
            DisclosureRights rights,
            DisclosureEntries entries,
            DisclosureRows rows,
            NoticeRows notices,
            DisclosureSeal seal,
            DisclosurePicture picture,
            InstantSource clock) {
        this.rights = rights;
        this.entries = entries;
        this.rows = rows;
        this.notices = notices;
        this.seal = seal;
        this.picture = picture;
        this.clock = clock;
    }

    public Answer<List<DisclosureView>> list(Wanted wanted, Optional<LocalDate> reviewBy, UUID after, int limit) {
        Optional<String> rule = rights.keeps(wanted.caller(), wanted.purpose());
        if (rule.isEmpty()) {
            return entries.notAllowed(wanted);
        }
        List<Row> page = reviewBy.map(day -> rows.toReview(day, after, limit)).orElseGet(() -> rows.page(after, limit));
        List<DisclosureView> views = page.stream().map(picture::of).toList();
        entries.listed(
                wanted,
                rule.get(),
                views.stream()
                        .flatMap(view -> view.register().documents().stream())
                        .toList());
        return Answer.done(views);
    }

    /** Keeps it secret, or goes on doing so, until that day. */
    public Answer<DisclosureView> keepSecret(Wanted wanted, UUID id, NewDisclosure.Hidden why) {
        Optional<String> rule = rights.keeps(wanted.caller(), wanted.purpose());
        if (rule.isEmpty()) {
            return entries.notAllowed(wanted);
        }
        Optional<Row> found = rows.hold(id);
        if (found.isEmpty()) {
            return entries.unknown(wanted);
        }
        Row row = found.get();
        if (!picture.ground(row.ground()).mayHide()) {
            return entries.no(wanted, Refusal.SECRECY_NOT_ALLOWED, "nothing is kept secret on this ground");
        }
        rows.keepSecret(id, seal.again(row, RegisterText.withReason(seal.register(row), why.ground())), why.reviewOn());
        entries.step(wanted, rule.get(), id, "secrecy", picture.register(row).documents());
        return Answer.done(picture.of(rows.hold(id).orElseThrow()));
    }

    /** Calls it back: from the commit on no package is made of it, and the recipient of one is to be told. */
    public Answer<DisclosureView> recall(Wanted wanted, UUID id) {
        Optional<String> rule = rights.keeps(wanted.caller(), wanted.purpose());
        if (rule.isEmpty()) {
            return entries.notAllowed(wanted);
        }
        Optional<Row> found = rows.hold(id);
        if (found.isEmpty()) {
            return entries.unknown(wanted);
        }
        Row row = found.get();
        if (row.steps().recalledAt().isPresent()) {
            return entries.no(wanted, Refusal.DISCLOSURE_ENDED, "it was called back already");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.recall(id, wanted.caller().user(), now);
        row.steps().disclosedAt().ifPresent(any -> notices.tell(id, "recalled", picture.today()));
        entries.step(wanted, rule.get(), id, "recalled", picture.register(row).documents());
        return Answer.done(picture.of(rows.hold(id).orElseThrow()));
    }
}
