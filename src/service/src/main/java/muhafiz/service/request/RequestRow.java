package muhafiz.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.RequestTerms;
import muhafiz.domain.request.Right;
import muhafiz.service.caller.Caller.Assurance;

/**
 * A request's row.
 *
 * @param number what it is called by, random
 * @param came what never changes
 * @param terms without warnings
 * @param end what was decided
 */
record RequestRow(
        UUID id,
        String number,
        Came came,
        RequestState state,
        Assurance level,
        RequestTerms terms,
        Optional<End> end,
        SealedText text) {

    record Came(Right right, String channel, Capacity capacity, Instant at, int policyVersion) {}

    record End(RequestOutcome outcome, Optional<String> ground, Instant at, Optional<Instant> closedAt) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record SealedText(UUID leaf, byte[] bytes) {}

    RequestRow in(RequestState other) {
        return new RequestRow(id, number, came, other, level, terms, end, text);
    }

    RequestRow known(Assurance surely) {
        return new RequestRow(id, number, came, state, surely, terms, end, text);
    }

    RequestRow by(RequestTerms other) {
        return new RequestRow(id, number, came, state, level, other, end, text);
    }

    RequestRow ended(End how) {
        return new RequestRow(id, number, came, state, level, terms, Optional.of(how), text);
    }

    RequestRow telling(SealedText other) {
        return new RequestRow(id, number, came, state, level, terms, end, other);
    }

    LocalDate receivedOn(ZoneId zone) {
        return LocalDate.ofInstant(came.at(), zone);
    }
}
