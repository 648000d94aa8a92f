package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.subject.DataSubject;
import muhafiz.service.keys.Shelf;

/** Persons whom no case names, such as subscribers: somebody for the log to tell of. Whoever makes one orders the end of it as well. */
@ApplicationScoped
public class NewPersons {
    private final CaseRows rows;
    private final NewFields sealing;
    private final InstantSource clock;

    @Inject
    NewPersons(CaseRows rows, NewFields sealing, InstantSource clock) {
        this.rows = rows;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Somebody of whom nothing is known, in the caller's transaction. @return the random id */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID add() {
        Instant now = clock.instant();
        UUID id = Randoms.id();
        rows.add(new DataSubject(
                id, sealing.ofSubject(id, Shelf.of("person", now)), LocalDate.ofInstant(now, ZoneOffset.UTC)));
        rows.flush();
        return id;
    }
}
