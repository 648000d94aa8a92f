package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.KnownPersons;
import muhafiz.service.disclosure.DisclosureView.Paper;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** What the log tells of disclosures: to everybody concerned that there is one; to whom it goes stands in the register alone. */
@ApplicationScoped
class DisclosureEntries {
    private static final String WORD = "disclose";

    private final AccessLog log;
    private final KnownPersons known;

    @Inject
    DisclosureEntries(AccessLog log, KnownPersons known) {
        this.log = log;
        this.known = known;
    }

    /** A step of a disclosure, told to everybody concerned. */
    void step(Wanted wanted, String rule, UUID disclosure, String what, Collection<Paper> papers) {
        log.write(act(wanted, WORD, Act.Outcome.done(rule), facts(disclosure, what))
                .about(about(papers)));
    }

    /** That it leaves the archive: an entry for everybody concerned by each document. */
    void leaves(Wanted wanted, String rule, UUID disclosure, Collection<Paper> papers) {
        log.writeAll(papers.stream()
                .map(paper -> act(wanted, WORD, Act.Outcome.done(rule), facts(disclosure, "handed over"))
                        .about(new Act.About(paper.persons(), Optional.of(paper.id()), Optional.empty()))
                        .questioned())
                .toList());
    }

    /** That it was looked at. */
    void seen(Wanted wanted, String rule, UUID disclosure, Collection<Paper> papers) {
        log.write(act(wanted, "read_meta", Act.Outcome.done(rule), facts(disclosure, "disclosure seen"))
                .about(about(papers)));
    }

    /** That several were listed. */
    void listed(Wanted wanted, String rule, Collection<Paper> papers) {
        log.write(act(wanted, "search", Act.Outcome.done(rule), Map.of("what", "disclosures"))
                .about(about(papers)));
    }

    /** Something about nobody, such as an agreement. */
    void ofNobody(Wanted wanted, String word, String rule, Map<String, String> facts) {
        log.write(act(wanted, word, Act.Outcome.done(rule), facts));
    }

    /** A refusal and its entry. */
    <T> Answer<T> no(Wanted wanted, String rule, RefusedException refusal) {
        log.write(act(wanted, "denied", Act.Outcome.denied(rule), Map.of()));
        return Answer.no(refusal);
    }

    <T> Answer<T> no(Wanted wanted, Refusal refusal, String detail) {
        String rule = refusal == Refusal.NOT_FOUND ? "unknown" : "disclosure." + refusal.code();
        return no(wanted, rule, new RefusedException(refusal, detail));
    }

    <T> Answer<T> unknown(Wanted wanted) {
        return no(wanted, Refusal.NOT_FOUND, "there is no such disclosure or document");
    }

    <T> Answer<T> notAllowed(Wanted wanted) {
        return no(wanted, Refusal.NOT_ALLOWED, "this role does not do this");
    }

    /**
     * That a rule keeps it from this recipient. The answer is the same for every such rule, since the asylum file of a person must not show
     * from which one it was; the entry names it.
     */
    <T> Answer<T> prohibited(Wanted wanted, String rule, Collection<Paper> papers) {
        log.write(act(wanted, "denied", Act.Outcome.denied(rule), Map.of()).about(about(papers)));
        return Answer.no(
                new RefusedException(Refusal.NOT_ALLOWED, "this is not given to this recipient on this ground"));
    }

    private Act.About about(Collection<Paper> papers) {
        Set<UUID> persons = papers.stream()
                .flatMap(paper -> paper.persons().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<UUID> ids = papers.stream().map(Paper::id).distinct().toList();
        Optional<UUID> only = ids.size() == 1 ? ids.stream().findFirst() : Optional.empty();
        return new Act.About(known.among(persons), only, Optional.empty());
    }

    private static Map<String, String> facts(UUID disclosure, String what) {
        return Map.of("what", what, "disclosure", disclosure.toString());
    }

    private static Act act(Wanted wanted, String word, Act.Outcome outcome, Map<String, String> facts) {
        return new Act(wanted.caller(), word, new Act.Ground(wanted.purpose(), ""), outcome, Act.About.NOBODY, facts)
                .with("asked", wanted.action().word())
                .with("ref", wanted.ref());
    }
}
