package muhafiz.domain.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.WorkingCalendar;

/**
 * One version of the published policy, which is also the enforced one. Everything it names is declared in it.
 * Immutable; any thread may use it. Made by {@link PolicyFile} alone.
 */
public final class Policy {

    private final Sections sections;
    private final Part.Fields file;
    private final String sha256;
    private final List<OpenPoint> openPoints;

    Policy(Sections sections, Part.Fields file, String sha256) {
        this.sections = sections;
        this.file = file;
        this.sha256 = sha256;
        this.openPoints = OpenPoints.of(file);
    }

    private Policy(Sections sections, Policy same) {
        this.sections = sections;
        this.file = same.file;
        this.sha256 = same.sha256;
        this.openPoints = same.openPoints;
    }

    record Sections(
            Meta meta,
            House house,
            Law law,
            CalendarSection calendar,
            Offer offer,
            Keeping keeping,
            Powers powers,
            Dealings dealings,
            Telling telling) {
        Sections with(CalendarSection other) {
            return new Sections(meta, house, law, other, offer, keeping, powers, dealings, telling);
        }
    }

    public Meta meta() {
        return sections.meta();
    }

    public int version() {
        return sections.meta().version();
    }

    /** Of the file's bytes, in lower-case hex: what the approvals of this version name. */
    public String sha256() {
        return sha256;
    }

    /** The checked file itself, section by section, for what has no type of its own and for publishing. */
    public Part.Fields file() {
        return file;
    }

    /** What the owner still has to settle, in the file's order. */
    public List<OpenPoint> openPoints() {
        return openPoints;
    }

    /** Whether it may be published: it runs either way. */
    public boolean published() {
        return openPoints.isEmpty();
    }

    public Optional<EService> service(String id) {
        return Optional.ofNullable(sections.offer().services().get(id));
    }

    /** All sixteen, by number. */
    public Collection<EService> services() {
        return sections.offer().services().values();
    }

    public Optional<DocumentKind> kind(String id) {
        return Optional.ofNullable(sections.offer().kinds().get(id));
    }

    public Collection<DocumentKind> kinds() {
        return sections.offer().kinds().values();
    }

    public Optional<RecordClass> recordClass(String id) {
        return Optional.ofNullable(sections.keeping().classes().get(id));
    }

    public Collection<RecordClass> recordClasses() {
        return sections.keeping().classes().values();
    }

    /** The class of a document: its kind's own, else that of the file it lies in. */
    public RecordClass classOf(DocumentKind kind, RecordClass file) {
        return kind.recordClass().flatMap(this::recordClass).orElse(file);
    }

    /** The class of a service's files. */
    public RecordClass classOf(EService service) {
        return recordClass(service.recordClass()).orElseThrow();
    }

    /** The last day on which the decision is in time; a missing calendar and an unknown term are answers too. */
    public Deadline decideBy(
            EService service, LocalDate received, Optional<Period> term, Optional<BigDecimal> feePaid) {
        return service.decideWithin()
                .map(within -> within.deadline(calendar(), received, term, feePaid))
                .orElseGet(Deadline.NotSet::new);
    }

    /**
     * Whether somebody who came to the country on that day applies later than the service wants it; never where no term is known, or its
     * calendar is missing.
     */
    public boolean isFiledLate(EService service, LocalDate arrived, LocalDate received) {
        return service.applyWithin()
                .flatMap(within -> calendar().due(arrived, within).date())
                .filter(received::isAfter)
                .isPresent();
    }

    /** How many of the retention periods nobody with authority stands behind yet, of {@link #recordClasses} in all. */
    public long assumedPeriods() {
        return recordClasses().stream()
                .filter(found -> !found.retention().isConfirmed())
                .count();
    }

    public Optional<Unit> unit(String id) {
        return Optional.ofNullable(sections.house().units().get(id));
    }

    public Collection<Unit> units() {
        return sections.house().units().values();
    }

    public List<String> roles() {
        return sections.house().roles();
    }

    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(sections.house().channels().get(id));
    }

    public Collection<Channel> channels() {
        return sections.house().channels().values();
    }

    public Optional<Origin> origin(String id) {
        return Optional.ofNullable(sections.house().origins().get(id));
    }

    public Collection<Origin> origins() {
        return sections.house().origins().values();
    }

    public Collection<Source> sources() {
        return sections.house().sources().values();
    }

    /** The thirteen tasks of the service, with the place that names each. */
    public Map<String, String> tasks() {
        return sections.house().tasks();
    }

    public Optional<Purpose> purpose(String id) {
        return Optional.ofNullable(sections.law().purposes().get(id));
    }

    public Collection<Purpose> purposes() {
        return sections.law().purposes().values();
    }

    public Optional<LegalBasis> basis(String id) {
        return Optional.ofNullable(sections.law().bases().get(id));
    }

    public Collection<DataCategory> categories() {
        return sections.law().categories().values();
    }

    /** The loaded years; partial ones serve examples only and are not here. */
    public WorkingCalendar calendar() {
        return sections.calendar().calendar();
    }

    /** The same policy with a year loaded beside it, in place of its own year where it has one. */
    public Policy with(CalendarYear year) {
        CalendarSection calendar =
                new CalendarSection(calendar().with(year), sections.calendar().rules());
        return new Policy(sections.with(calendar), this);
    }

    /** How a further year's days off follow from its holidays. */
    public HolidayRules holidayRules() {
        return sections.calendar().rules();
    }

    public Optional<ApplicationState> applicationState(String id) {
        return Optional.ofNullable(sections.keeping().states().get(id));
    }

    public Optional<Trigger> trigger(String id) {
        return Optional.ofNullable(sections.keeping().triggers().get(id));
    }

    public Collection<Trigger> triggers() {
        return sections.keeping().triggers().values();
    }

    /** In the file's order. */
    public List<Grant> grants() {
        return sections.powers().grants();
    }

    public Collection<Prohibition> prohibitions() {
        return sections.powers().prohibitions().values();
    }

    public Optional<Prohibition> prohibition(String id) {
        return Optional.ofNullable(sections.powers().prohibitions().get(id));
    }

    public BreakGlass breakGlass() {
        return sections.powers().breakGlass().orElseThrow();
    }

    public Lockout lockout() {
        return sections.powers().lockout().orElseThrow();
    }

    /** How long a hold stands at most before somebody looks whether it is still needed. */
    public Period holdReviewEvery() {
        return file.fields("hold")
                .flatMap(hold -> hold.at("review_every"))
                .flatMap(Values::period)
                .orElseThrow();
    }

    public Optional<IdentityLevel> identityLevel(String id) {
        return Optional.ofNullable(sections.powers().identityLevels().get(id));
    }

    public Optional<DisclosureGround> disclosureGround(String id) {
        return Optional.ofNullable(sections.dealings().disclosures().get(id));
    }

    public Collection<DisclosureGround> disclosureGrounds() {
        return sections.dealings().disclosures().values();
    }

    public Optional<Clock> clock(String id) {
        return Optional.ofNullable(sections.dealings().clocks().get(id));
    }

    public Collection<Clock> clocks() {
        return sections.dealings().clocks().values();
    }

    public Optional<RequestKind> requestKind(String id) {
        return Optional.ofNullable(sections.dealings().requests().get(id));
    }

    public Collection<RequestKind> requestKinds() {
        return sections.dealings().requests().values();
    }

    public Optional<RefusalGround> refusalGround(String id) {
        return Optional.ofNullable(sections.dealings().grounds().get(id));
    }

    public Collection<RefusalGround> refusalGrounds() {
        return sections.dealings().grounds().values();
    }

    public Statistics statistics() {
        return sections.telling().statistics();
    }

    /** How long before a version takes effect it is published, at least. */
    public Period minNotice() {
        return file.fields("policy_change")
                .flatMap(change -> change.at("min_notice"))
                .flatMap(Values::period)
                .orElseThrow();
    }

    public Collection<Overlay> overlays() {
        return sections.telling().overlays().values();
    }

    /** The partner to whom reception in person is left on that day for this service, by a temporary rule (seed 002, line 8). */
    public Optional<String> receptionLeftTo(EService service, LocalDate day) {
        return overlays().stream()
                .filter(overlay -> overlay.holdsOn(day))
                .flatMap(overlay -> overlay.receptionOf(service.id()).stream())
                .findFirst();
    }

    public Collection<NoticeTemplate> notices() {
        return sections.telling().notices().values();
    }
}
