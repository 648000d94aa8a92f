package muhafiz.service.notice;

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
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.notice.NoticeState;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.config.Settings;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The transactions of giving out notices and of hearing what became of them. */
@ApplicationScoped
@Transactional
class DeliveryDesk {
    private static final String PURPOSE = "P-STATUS";
    private static final String BY_CONTRACT = "contract.portal";
    private static final String BY_UNIT = "contract.unit";
    private static final String BY_MAIL = "archive.mail";
    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);

    private final NoticeRows rows;
    private final NoticePicture pictures;
    private final CaseLookup lookup;
    private final CaseRows cases;
    private final CaseAccess access;
    private final CaseFields fields;
    private final AccessLog log;
    private final InstantSource clock;
    private final boolean mailsItself;

    @Inject
    DeliveryDesk(
            DataSource database,
            NoticePicture pictures,
            CaseLookup lookup,
            CaseRows cases,
            CaseAccess access,
            CaseFields fields,
            AccessLog log,
            Settings settings,
            InstantSource clock) {
        this.rows = new NoticeRows(database);
        this.pictures = pictures;
        this.lookup = lookup;
        this.cases = cases;
        this.access = access;
        this.fields = fields;
        this.log = log;
        this.clock = clock;
        this.mailsItself = !settings.archive().text("mail.smtp.host").isEmpty();
    }

    /** What came of a question; the entry is written either way. */
    sealed interface Answer<T> {
        record Done<T>(T what) implements Answer<T> {}

        record Refused<T>(Refusal refusal) implements Answer<T> {}
    }

    public Answer<Delivery.Page> page(Caller caller, NoticeQuestion question) {
        if (question.application().isPresent()) {
            Optional<CaseFile> file = question.application()
                    .filter(number -> caller.isPortal())
                    .flatMap(lookup::find)
                    .filter(one -> mayKnow(caller, one));
            return file.isEmpty()
                    ? refused(caller, Refusal.NOT_FOUND)
                    : shown(caller, rows.about(file.get().id(), question.after(), question.limit()), question);
        }
        return shown(
                caller,
                caller.isPortal()
                        ? rows.page(question.state(), clock.instant(), question.after(), question.limit())
                        : rows.ofUnit(caller.unit(), question.state(), question.after(), question.limit()),
                question);
    }

    /** The portal, for anybody where it names nobody; for a person only where the person lodged the case. */
    private boolean mayKnow(Caller caller, CaseFile file) {
        boolean isTheirs = caller.person()
                .map(cabinet -> cabinet.equals(fields.of(file).getString("cabinet", "")))
                .orElse(true);
        return isTheirs
                && access.decide(caller, file, CaseAccess.Wish.of(Action.READ_STATUS, file))
                        .isAllowed();
    }

    private Answer<Delivery.Page> shown(Caller caller, List<NoticeRows.Row> page, NoticeQuestion question) {
        List<NoticeView> views = new ArrayList<>();
        for (NoticeRows.Row row : page) {
            pictures.of(row)
                    .filter(picture -> !isMailed(caller, question, picture.view()))
                    .ifPresent(picture -> {
                        log.write(entry(caller, Act.Outcome.done(rule(caller)), picture.about())
                                .with("notice", row.id().toString()));
                        views.add(picture.view());
                    });
        }
        if (views.isEmpty()) {
            log.write(entry(caller, Act.Outcome.done(rule(caller)), Act.About.NOBODY));
        }
        boolean isLast = page.size() < question.limit();
        return new Answer.Done<>(new Delivery.Page(
                views,
                isLast
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id())));
    }

    /** Of what is to be delivered, whoever delivers is not shown what the archive sends itself. */
    private boolean isMailed(Caller caller, NoticeQuestion question, NoticeView view) {
        return mailsItself
                && caller.isPortal()
                && question.application().isEmpty()
                && view.state() == NoticeState.QUEUED
                && view.sendTo().flatMap(Contact::email).isPresent();
    }

    private static String rule(Caller caller) {
        if (caller.isArchive()) {
            return BY_MAIL;
        }
        return caller.isPortal() ? BY_CONTRACT : BY_UNIT;
    }

    public Answer<NoticeState> came(Caller caller, UUID id, Delivery.Outcome outcome) {
        Optional<NoticeRows.Row> row = rows.lock(id).filter(one -> isFor(caller, one));
        Optional<NoticePicture.Picture> picture = row.flatMap(pictures::of);
        if (row.isEmpty() || picture.isEmpty()) {
            return refused(caller, Refusal.NOT_FOUND);
        }
        NoticeState before = row.get().state();
        boolean isRepeated = before == outcome.state() && before != NoticeState.FAILED;
        if (!isRepeated && !before.next().contains(outcome.state())) {
            return refused(caller, Refusal.ALREADY_DECIDED);
        }
        if (outcome.state() != NoticeState.SHOWN
                && picture.get().view().sendTo().isEmpty()) {
            return refused(caller, Refusal.CONTACT_UNVERIFIED);
        }
        NoticeState after = isRepeated
                ? before
                : changed(row.get(), outcome.state(), row.get().tries() + 1);
        tell(caller, row.get(), picture.get(), outcome);
        return new Answer.Done<>(after);
    }

    private void tell(Caller caller, NoticeRows.Row row, NoticePicture.Picture picture, Delivery.Outcome outcome) {
        log.write(entry(caller, Act.Outcome.done(rule(caller)), picture.about())
                .with("notice", row.id().toString())
                .with("template", row.template())
                .with("came", outcome.state().code())
                .with("reason", outcome.reason()));
    }

    public Outbox.Due due(UUID after, int most) {
        List<NoticeRows.Row> page = rows.page(NoticeState.QUEUED, clock.instant(), after, most);
        List<Outbox.Ready> ready = new ArrayList<>();
        page.forEach(row -> pictures.of(row)
                .map(NoticePicture.Picture::view)
                .ifPresent(view -> view.sendTo()
                        .flatMap(Contact::email)
                        .ifPresent(
                                email -> ready.add(new Outbox.Ready(view.id(), view.language(), view.text(), email)))));
        return new Outbox.Due(
                ready,
                page.size() < most
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id()));
    }

    public void mailed(UUID id) {
        mail(id, new Delivery.Outcome(NoticeState.SENT, Optional.empty()), 0);
    }

    public void notMailed(UUID id, String reason, boolean isForGood) {
        mail(id, new Delivery.Outcome(NoticeState.FAILED, Optional.of(reason)), isForGood ? NoticeState.TRIES : 1);
    }

    /** Nothing where it was shown, or forgotten, meanwhile. */
    private void mail(UUID id, Delivery.Outcome outcome, int moreTries) {
        Caller archive = Caller.archive(Randoms.id().toString());
        rows.lock(id)
                .filter(row -> row.state() == NoticeState.QUEUED)
                .ifPresent(row -> pictures.of(row).ifPresent(picture -> {
                    changed(row, outcome.state(), row.tries() + moreTries);
                    tell(archive, row, picture, outcome);
                }));
    }

    /** For the portal all to people; where it acts for a person, those of the person's own cases. */
    private boolean isFor(Caller caller, NoticeRows.Row row) {
        if (!caller.isPortal()) {
            return row.unit().filter(unit -> unit.equals(caller.unit())).isPresent();
        }
        return caller.person().isEmpty()
                || row.about()
                        .flatMap(cases::find)
                        .filter(file -> mayKnow(caller, file))
                        .isPresent();
    }

    /** @param tries those that failed by now, where this one did */
    private NoticeState changed(NoticeRows.Row row, NoticeState outcome, int tries) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (outcome != NoticeState.FAILED) {
            rows.came(row.id(), outcome, now);
            return outcome;
        }
        NoticeState after = NoticeState.afterFailure(tries);
        boolean isRetried = after == NoticeState.QUEUED;
        rows.failed(row.id(), after, tries, isRetried ? now.plus(FIRST_RETRY.multipliedBy(1L << row.tries())) : now);
        return after;
    }

    private <T> Answer<T> refused(Caller caller, Refusal refusal) {
        String why = refusal == Refusal.NOT_FOUND ? "unknown" : "notice." + refusal.code();
        log.write(new Act(
                caller,
                "denied",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.denied(why),
                Act.About.NOBODY,
                Map.of("asked", "notices")));
        return new Answer.Refused<>(refusal);
    }

    private static Act entry(Caller caller, Act.Outcome outcome, Act.About about) {
        return new Act(
                caller,
                Action.READ_STATUS.word(),
                new Act.Ground(PURPOSE, ""),
                outcome,
                about,
                Map.of("what", "notice"));
    }
}
