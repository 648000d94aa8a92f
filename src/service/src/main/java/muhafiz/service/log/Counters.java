package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Moves persons' counters on after entries were put back: the database that came back had counted less, and a number given twice would
 * look like two entries of one tag. Each person's step is a transaction of its own.
 */
@ApplicationScoped
class Counters implements CounterMending {
    private static final UUID FIRST = new UUID(0, 0);

    private final CounterTurn turn;

    @Inject
    Counters(CounterTurn turn) {
        this.turn = turn;
    }

    @Override
    public void mend(Set<Integer> years) {
        for (int year : years) {
            Optional<UUID> last = Optional.of(FIRST);
            while (last.isPresent()) {
                List<LogRows.Counter> some = turn.some(year, last.get());
                some.forEach(counter -> turn.mend(year, counter));
                last = some.stream().map(LogRows.Counter::subject).reduce((one, next) -> next);
            }
        }
    }
}
