package muhafiz.service.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the data-protection officer has decided that others may read of the log.
 *
 * @param scope whose entries
 * @param names whether the accounts that acted are named
 * @param reason why, in the officer's words
 * @param until the moment it ends
 */
public record LogDecision(Scope scope, boolean names, String reason, Instant until) {
    private static final int LONGEST_REASON = 1000;
    private static final String ACCOUNT = "[A-Za-z0-9._@-]{1,100}";

    /**
     * Whose entries, of which time.
     *
     * @param subject the person they concern, and
     * @param actor the account that acted; one of the two at least
     * @param from the first moment
     * @param to the first moment no more
     */
    public record Scope(Optional<UUID> subject, Optional<String> actor, Instant from, Instant to) {
        public Scope {
            if (subject.isEmpty() && actor.isEmpty()) {
                throw new IllegalArgumentException("a decision names a person or an account");
            }
            if (actor.filter(user -> !user.matches(ACCOUNT)).isPresent()) {
                throw new IllegalArgumentException("an account's name is 1 to 100 letters, digits, dots, dashes or @");
            }
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from comes before to");
            }
        }

        /** Whether it speaks of entries of that moment. */
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    public LogDecision {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
        }
    }

    /** Whether it shows everything of this person that there is by now, whoever acted. */
    boolean isAboutWhole(UUID person) {
        return scope.subject().equals(Optional.of(person))
                && scope.actor().isEmpty()
                && !scope.from().isAfter(Instant.EPOCH)
                && !scope.to().isBefore(until);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("from", scope.from().toString())
                .add("to", scope.to().toString())
                .add("names", names)
                .add("reason", reason)
                .add("until", until.toString());
        scope.subject().ifPresent(person -> json.add("subject", person.toString()));
        scope.actor().ifPresent(user -> json.add("actor", user));
        return json.build();
    }

    static LogDecision of(JsonObject json) {
        Scope scope = new Scope(
                Optional.ofNullable(json.getString("subject", null)).map(UUID::fromString),
                Optional.ofNullable(json.getString("actor", null)),
                Instant.parse(json.getString("from")),
                Instant.parse(json.getString("to")));
        return new LogDecision(
                scope, json.getBoolean("names"), json.getString("reason"), Instant.parse(json.getString("until")));
    }
}
