package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.log.MonthKeys;

/** Whether a decision about the log's details speaks of an entry. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Covering {
    private final MonthKeys months;

    @Inject
    Covering(MonthKeys months) {
        this.months = months;
    }

    /** @param inside as a person's key opened it; empty where none did */
    public boolean covers(LogDecision decision, LogLeaf leaf, Optional<Inside> inside) {
        LogDecision.Scope scope = decision.scope();
        Instant time = Instant.ofEpochSecond(leaf.publicPart().epochSecond());
        boolean isOfPerson = scope.subject()
                .map(person -> inside.flatMap(Inside::subject).equals(Optional.of(person)))
                .orElse(true);
        boolean isOfActor = scope.actor()
                .map(user -> months.pseudonyms(user, Optional.of(time), Optional.of(time)).stream()
                        .anyMatch(one -> Arrays.equals(one, leaf.publicPart().actor())))
                .orElse(true);
        return isOfPerson && isOfActor && scope.holds(time);
    }
}
