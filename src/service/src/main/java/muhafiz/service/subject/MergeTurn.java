package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseReach;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Within;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.search.Candidate;
import muhafiz.service.subject.MergeRights.Asked;
import muhafiz.service.subject.MergeRights.Seen;
import muhafiz.service.wall.Wall;

/** The transactions upon persons who may be one: look up, decide, write, log. */
@ApplicationScoped
@Transactional
class MergeTurn {
    private final MergeRows rows;
    private final MergeRights rights;
    private final SamePersons same;
    private final Alike alike;
    private final CaseReach reach;
    private final CaseRows cases;
    private final CaseFields fields;
    private final AccessLog log;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    MergeTurn(
            MergeRows rows,
            MergeRights rights,
            SamePersons same,
            Alike alike,
            CaseReach reach,
            CaseRows cases,
            CaseFields fields,
            AccessLog log,
            Wall wall,
            InstantSource clock) {
        this.rows = rows;
        this.rights = rights;
        this.same = same;
        this.alike = alike;
        this.reach = reach;
        this.cases = cases;
        this.fields = fields;
        this.log = log;
        this.wall = wall;
        this.clock = clock;
    }

    public AlikeView candidates(Asked asked, UUID person) {
        List<Seen> seen = rights.casesSeen(asked, person);
        if (seen.isEmpty()) {
            throw unknown();
        }
        List<Candidate> shown = others(asked, seen, person);
        List<Merge> merges = merges(asked, person);
        Set<UUID> concerned = new TreeSet<>(Set.of(person));
        shown.forEach(one -> concerned.add(one.subject()));
        merges.forEach(merge -> concerned.addAll(merge.both()));
        Map<String, String> facts = Map.of("what", "candidates", "shown", Integer.toString(shown.size()));
        log.write(act(asked, Action.SEARCH, seen.get(0).rule(), concerned, facts));
        return new AlikeView(person, shown, merges);
    }

    private List<Candidate> others(Asked asked, List<Seen> seen, UUID person) {
        Within within = reach.of(asked.caller(), Action.SEARCH, asked.why());
        return alike.others(told(seen, person), same.of(Set.of(person)), within).stream()
                .filter(one -> rights.seen(asked, one.caseFile()).isPresent())
                .toList();
    }

    /** Those of which the caller may know both. */
    private List<Merge> merges(Asked asked, UUID person) {
        return rows.standing(person).stream()
                .filter(merge -> merge.both().stream()
                        .noneMatch(one -> rights.casesSeen(asked, one).isEmpty()))
                .toList();
    }

    private Collection<Map<String, String>> told(List<Seen> seen, UUID person) {
        List<CaseParty> parts = new ArrayList<>();
        for (Seen one : seen) {
            cases.parties(one.file().id()).stream()
                    .filter(party -> party.subjectId().equals(person))
                    .forEach(parts::add);
        }
        return fields.of(parts).values();
    }

    public Merge merge(Asked asked, UUID kept, UUID merged) {
        Merge merge = new Merge(Randoms.id(), kept, merged, now(), true);
        String rule = rule(asked, merge);
        wall.asArchive("merges", () -> rows.lock(kept, merged));
        if (same.of(Set.of(kept)).contains(merged)) {
            throw new RefusedException(Refusal.ALREADY_DECIDED, "they are one person already");
        }
        rows.add(merge, asked.caller().user());
        log.write(act(asked, Action.CORRECT, rule, merge.both(), facts("merged", merge)));
        return merge;
    }

    public Merge undo(Asked asked, UUID id) {
        Merge merge = rows.hold(id).orElseThrow(MergeTurn::unknown);
        String rule = rule(asked, merge);
        if (!merge.isStanding()) {
            throw new RefusedException(Refusal.ALREADY_DECIDED, "they are separate already");
        }
        rows.undo(id, now(), asked.caller().user());
        log.write(act(asked, Action.CORRECT, rule, merge.both(), facts("separated", merge)));
        return merge;
    }

    /** The caller must have a say in a case of each. */
    private String rule(Asked asked, Merge merge) {
        return rights.ruleFor(asked, merge.kept())
                .flatMap(rule -> rights.ruleFor(asked, merge.merged()))
                .orElseThrow(MergeTurn::unknown);
    }

    public void refused(Asked asked, Refusal refusal) {
        log.write(new Act(
                asked.caller(),
                "denied",
                new Act.Ground(asked.why().purpose().orElse(""), ""),
                Act.Outcome.denied("merge." + refusal.code()),
                Act.About.NOBODY,
                Map.of("asked", Action.CORRECT.word())));
    }

    private static Act act(Asked asked, Action action, String rule, Set<UUID> persons, Map<String, String> facts) {
        Act act = new Act(
                asked.caller(),
                action.word(),
                new Act.Ground(asked.why().purpose().orElse(""), ""),
                Act.Outcome.done(rule),
                new Act.About(persons, Optional.empty(), Optional.empty()),
                facts);
        return act.with("ref", asked.why().ref());
    }

    private static Map<String, String> facts(String what, Merge merge) {
        return Map.of("what", what, "merge", merge.id().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such person or merge");
    }
}
