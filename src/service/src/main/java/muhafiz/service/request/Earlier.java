package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.service.wall.Wall;

/** What the same persons asked for before: whether a request is one that is still open, and how often it was answered this year. */
@ApplicationScoped
class Earlier {
    /** After so many answers within a year the same may be refused (policy, RG-REPEAT; LCA). */
    static final int OFTEN = 3;

    private static final Set<RequestOutcome> ANSWERS = EnumSet.of(
            RequestOutcome.GRANTED, RequestOutcome.PARTLY_GRANTED, RequestOutcome.ANSWERED, RequestOutcome.NOT_HELD);

    private final AnswerLog log;
    private final Wall wall;

    @Inject
    Earlier(AnswerLog log, Wall wall) {
        this.log = log;
        this.wall = wall;
    }

    /**
     * Numbers of other requests of the same kind.
     *
     * @param open on which nothing was decided yet
     * @param answered since the first of January
     */
    record Asked(List<String> open, List<String> answered) {
        boolean isOften() {
            return answered.size() >= OFTEN;
        }

        JsonObject json() {
            return Json.createObjectBuilder()
                    .add("open", texts(open))
                    .add("answeredThisYear", texts(answered))
                    .build();
        }

        private static JsonArrayBuilder texts(List<String> numbers) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            numbers.forEach(array::add);
            return array;
        }
    }

    /** In the caller's transaction. */
    Asked before(RequestRow row, Set<UUID> who, LocalDate today, ZoneId zone) {
        List<RequestRow> others = wall.asArchive(
                "requests",
                () -> log.rows(who)
                        .filter(other -> !other.id().equals(row.id()))
                        .filter(other -> other.came().right() == row.came().right())
                        .toList());
        Stream<RequestRow> answered = others.stream()
                .filter(other ->
                        other.end().filter(end -> isAnswer(end, today, zone)).isPresent());
        return new Asked(
                others.stream()
                        .filter(other -> other.state().isOpen())
                        .map(RequestRow::number)
                        .toList(),
                answered.map(RequestRow::number).toList());
    }

    private static boolean isAnswer(RequestRow.End end, LocalDate today, ZoneId zone) {
        return ANSWERS.contains(end.outcome())
                && LocalDate.ofInstant(end.at(), zone).getYear() == today.getYear();
    }
}
