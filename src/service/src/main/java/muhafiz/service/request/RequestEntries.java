package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** What the log tells of requests. Persons who are gone by now have no entry any more; then it is nobody's. */
@ApplicationScoped
class RequestEntries {
    private final AccessLog log;
    private final Persons persons;

    @Inject
    RequestEntries(AccessLog log, Persons persons) {
        this.log = log;
        this.persons = persons;
    }

    /**
     * @param word the policy's word of it
     * @param facts codes and numbers only
     */
    void done(Caller caller, String word, String rule, About about, Map<String, String> facts) {
        Act act = new Act(
                caller,
                word,
                new Act.Ground(RequestRights.PURPOSE, ""),
                Act.Outcome.done(rule),
                new Act.About(persons.known(about.persons()), Optional.empty(), Optional.empty()),
                facts);
        log.write(act.with("request", about.number()));
    }

    /** @param number empty where the whole register was asked for */
    record About(Optional<String> number, Set<UUID> persons) {
        static About of(RequestRow row, Set<UUID> persons) {
            return new About(Optional.of(row.number()), persons);
        }

        static About register() {
            return new About(Optional.empty(), Set.of());
        }
    }

    void denied(Caller caller, Action action, String rule) {
        log.write(new Act(
                caller,
                "denied",
                new Act.Ground(RequestRights.PURPOSE, ""),
                Act.Outcome.denied(rule),
                Act.About.NOBODY,
                Map.of("asked", action.word())));
    }
}
