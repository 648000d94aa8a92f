package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureView.Paper;
import muhafiz.service.disclosure.DisclosureView.Register;
import muhafiz.service.disclosure.NoticeRows.Untold;

/**
 * What others need of the register: for a person's answer to whom the person's data went, and for what changed who was given it before. In
 * the caller's transaction; whoever calls writes the entries.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Disclosed {
    private final DisclosureRows rows;
    private final NoticeRows notices;
    private final DisclosurePicture picture;
    private final InstantSource clock;

    @Inject
    Disclosed(DisclosureRows rows, NoticeRows notices, DisclosurePicture picture, InstantSource clock) {
        this.rows = rows;
        this.notices = notices;
        this.picture = picture;
        this.clock = clock;
    }

    /**
     * Something that was given out about a person.
     *
     * @param recipient by {@code name}, {@code country}, {@code officer}, {@code kind}
     * @param basis by the contract's member names
     * @param documents of this person's that left; none where only fields did
     */
    public record Given(
            UUID disclosure,
            Instant at,
            String ground,
            Map<String, String> recipient,
            Map<String, String> basis,
            Set<String> fields,
            List<UUID> documents) {}

    /** What the person is told of, the latest first: all but what is kept secret today (policy, {@code secrecy}). */
    public List<Given> to(UUID person) {
        return rows.ofPerson(person).stream()
                .filter(row -> !picture.isSecret(row))
                .map(row -> given(row, person))
                .toList();
    }

    /** Whether something about the person is kept secret today: whatever else would tell of it must not be told either. */
    public boolean hidesFrom(UUID person) {
        return rows.secretOf(person).stream().anyMatch(picture::isSecret);
    }

    private Given given(Row row, UUID person) {
        Register register = picture.register(row);
        return new Given(
                row.id(),
                row.steps().disclosedAt().orElseThrow(),
                row.ground(),
                recipient(register),
                register.basis(),
                register.fields(),
                DisclosurePicture.leaving(register).stream()
                        .filter(paper -> paper.persons().contains(person))
                        .map(Paper::id)
                        .toList());
    }

    private static Map<String, String> recipient(Register register) {
        Map<String, String> recipient = new TreeMap<>(register.recipient());
        recipient.remove("certificate");
        return recipient;
    }

    /** Why recipients are told (DIS-7); that something was destroyed is noted by the destruction itself. */
    public enum Because {
        CORRECTED,
        RESTRICTED
    }

    /** Notes that whoever was given any of these documents is to be told. */
    public void changed(Collection<UUID> documents, Because because) {
        LocalDate today = picture.today();
        notices.withAny(documents).forEach(id -> notices.tell(id, because.name().toLowerCase(Locale.ROOT), today));
    }

    /**
     * A recipient who is to be told.
     *
     * @param because {@code recalled}, {@code corrected}, {@code restricted} or {@code destroyed}
     */
    public record Waiting(UUID disclosure, String because, LocalDate since, Map<String, String> recipient) {}

    /** Those who have not been told yet, the oldest first. */
    public List<Waiting> waiting(int most) {
        return notices.untold(most).stream()
                .map(one -> new Waiting(
                        one.disclosure(),
                        one.because(),
                        one.since(),
                        recipient(picture.register(rows.hold(one.disclosure()).orElseThrow()))))
                .toList();
    }

    /** That the recipient was told. */
    public void told(Waiting one) {
        notices.told(
                new Untold(one.disclosure(), one.because(), one.since()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
