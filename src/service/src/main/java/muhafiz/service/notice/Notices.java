package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.notice.NoticeState;
import muhafiz.domain.notice.NoticeTexts;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.ChecklistLine;
import muhafiz.service.casefile.Moves;
import muhafiz.service.policy.PolicyInForce;

/** Puts notices into the outbox, in the transaction of the act that causes them. The act's own entry tells of it. Safe for all threads. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Notices implements Moves {
    private static final String APPLICANT = "applicant";
    private static final String KINDS = "kinds";

    private final NoticeRows rows;
    private final NoticeSeal seal;
    private final CaseRows cases;
    private final CaseFields fields;
    private final CaseProgress progress;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Notices(
            DataSource database,
            NoticeSeal seal,
            CaseRows cases,
            CaseFields fields,
            CaseProgress progress,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = new NoticeRows(database);
        this.seal = seal;
        this.cases = cases;
        this.fields = fields;
        this.progress = progress;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Queues a notice.
     *
     * @param template an id of the policy's {@code notices.templates}
     * @param facts those that the template's text asks for ({@link NoticeTexts#factsOf}): {@code kinds} are ids of document kinds with
     *     commas between, {@code on} is a date, {@code version} a number
     * @return the new notices' ids; none where a case has no applicant, or the unit was told and has not looked yet
     * @throws IllegalArgumentException where the policy has no such template, or a fact is missing or too many
     */
    public List<UUID> queue(String template, Addressee to, Map<String, String> facts) {
        check(template, facts);
        if (to instanceof Addressee.Applicants applicants) {
            return ofCase(template, applicants.caseFile(), facts);
        }
        if (to instanceof Addressee.Known known) {
            NoticeSeal.Inside inside = new NoticeSeal.Inside(Optional.empty(), known.contact(), known.persons(), facts);
            UUID id = Randoms.id();
            Draft draft = new Draft(template, NoticeTexts.language(known.language()), NoticeRows.Kind.KNOWN);
            return List.of(add(id, draft, Optional.of(known.about()), Optional.of(seal.seal(id, inside))));
        }
        return toUnit(template, ((Addressee.Unit) to).id());
    }

    private void check(String template, Map<String, String> facts) {
        if (policies.policy().notices().stream().noneMatch(one -> one.id().equals(template))) {
            throw new IllegalArgumentException("the policy has no notice " + template);
        }
        if (!facts.keySet().equals(NoticeTexts.factsOf(template))) {
            throw new IllegalArgumentException(
                    template + " tells " + NoticeTexts.factsOf(template) + ", not " + facts.keySet());
        }
    }

    /** What a row says of itself. */
    private record Draft(String template, String language, NoticeRows.Kind kind) {}

    private List<UUID> ofCase(String template, UUID caseFile, Map<String, String> facts) {
        CaseFile file = cases.find(caseFile).orElseThrow();
        String language = NoticeTexts.language(fields.of(file).getString("language", ""));
        Draft draft = new Draft(template, language, NoticeRows.Kind.CASE);
        return cases.parties(caseFile).stream()
                .filter(party -> party.role().equals(APPLICANT))
                .map(party -> toApplicant(draft, party, facts))
                .toList();
    }

    private UUID toApplicant(Draft draft, CaseParty party, Map<String, String> facts) {
        UUID id = Randoms.id();
        NoticeSeal.Inside inside =
                new NoticeSeal.Inside(Optional.of(party.id()), Contact.NONE, Set.of(party.subjectId()), facts);
        return add(id, draft, Optional.of(party.caseId()), Optional.of(seal.seal(id, inside)));
    }

    /** One that nobody was shown yet says it as well. */
    private List<UUID> toUnit(String template, String unit) {
        if (rows.isWaiting(template, unit)) {
            return List.of();
        }
        UUID id = Randoms.id();
        Draft draft = new Draft(template, NoticeTexts.LANGUAGES.get(0), NoticeRows.Kind.UNIT);
        rows.add(row(id, draft, Optional.empty(), Optional.of(unit), Optional.empty()));
        return List.of(id);
    }

    private UUID add(UUID id, Draft draft, Optional<UUID> about, Optional<SealedFields> sealed) {
        rows.add(row(id, draft, about, Optional.empty(), sealed));
        return id;
    }

    private NoticeRows.Row row(
            UUID id, Draft draft, Optional<UUID> about, Optional<String> unit, Optional<SealedFields> sealed) {
        return new NoticeRows.Row(
                id,
                draft.template(),
                NoticeTexts.VERSION,
                draft.language(),
                draft.kind(),
                about,
                unit,
                sealed,
                NoticeState.QUEUED,
                0,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Tells the applicants where the policy has a notice for the new state; a deficiency names the kinds that are missing (DOC-6). */
    @Override
    public void moved(CaseFile file) {
        policies.policy().notices().stream()
                .filter(one -> one.state().equals(Optional.of(file.state().code())))
                .forEach(one -> queue(one.id(), new Addressee.Applicants(file.id()), factsOf(one.id(), file)));
    }

    private Map<String, String> factsOf(String template, CaseFile file) {
        return NoticeTexts.factsOf(template).contains(KINDS) ? Map.of(KINDS, missing(file)) : Map.of();
    }

    private String missing(CaseFile file) {
        return progress.checklist(file).stream()
                .filter(line -> line.required() && line.isOpen())
                .map(ChecklistLine::kind)
                .collect(Collectors.joining(","));
    }

    /**
     * Takes off every notice about this case, request or disclosure, sent or not.
     *
     * @return leaves for the order that destroys it
     */
    public Set<UUID> forget(Collection<UUID> about) {
        return rows.remove(about);
    }
}
