package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.hold.HoldDesk.Answer;
import muhafiz.service.hold.HoldDesk.Asked;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** What the log tells of holds: to everybody concerned that there is one, to nobody in the entry why. */
@ApplicationScoped
class HoldEntries {
    private final AccessLog log;
    private final CaseRows cases;

    @Inject
    HoldEntries(AccessLog log, CaseRows cases) {
        this.log = log;
        this.cases = cases;
    }

    void done(Asked asked, HoldRows.Row hold, String rule, String step, Set<UUID> files) {
        String word = asked.action() == Action.LIFT_HOLD ? "unhold" : "hold";
        done(
                asked,
                word,
                rule,
                files,
                Map.of(
                        "what", step,
                        "hold", hold.id().toString(),
                        "reviewOn", hold.reviewOn().toString()));
    }

    void done(Asked asked, String word, String rule, Set<UUID> files, Map<String, String> facts) {
        Act act = act(asked, word, Act.Outcome.done(rule), about(files));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            act = act.with(fact.getKey(), fact.getValue());
        }
        log.write(act);
    }

    void listed(Asked asked, Set<UUID> files, String what) {
        log.write(act(asked, "search", Act.Outcome.done("archive.list"), about(files))
                .with("what", what));
    }

    /** A refusal, and its entry. */
    <T> Answer<T> refused(Asked asked, Refusal refusal) {
        String why = refusal == Refusal.NOT_FOUND ? "unknown" : "hold." + refusal.code();
        log.write(act(asked, "denied", Act.Outcome.denied(why), Act.About.NOBODY));
        return new Answer.Refused<>(refusal);
    }

    private Act.About about(Set<UUID> files) {
        Set<UUID> persons = new TreeSet<>();
        files.forEach(file -> persons.addAll(Concerned.all(cases.parties(file))));
        Optional<UUID> only = files.size() == 1 ? files.stream().findFirst() : Optional.empty();
        return new Act.About(persons, Optional.empty(), only);
    }

    private static Act act(Asked asked, String word, Act.Outcome outcome, Act.About about) {
        return new Act(
                        asked.caller(),
                        word,
                        new Act.Ground(asked.purpose(), ""),
                        outcome,
                        about,
                        Map.of("asked", asked.action().word()))
                .with("ref", asked.ref());
    }
}
