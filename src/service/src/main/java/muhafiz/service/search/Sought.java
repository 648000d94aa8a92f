package muhafiz.service.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.search.Likeness;
import muhafiz.domain.search.NamedPerson;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.PartyFields;
import muhafiz.service.casefile.Sign;

/** By what a person is sought. */
public sealed interface Sought {
    /** Any of these a case must have in the index. */
    Set<Sign> signs();

    /** How surely a party with these fields is meant, 0 to 1; empty where it is another. */
    Optional<Double> likeness(Map<String, String> party);

    /** What was asked, in one line, for the log's sealed part. */
    String asked();

    /**
     * Exactly this value; refused as {@code malformed} where it has no letter or digit.
     */
    record Exactly(Sign sign) implements Sought {
        public Exactly {
            if (sign.value().isBlank()) {
                throw new RefusedException(Refusal.MALFORMED, "nothing that could be searched for");
            }
        }

        @Override
        public Set<Sign> signs() {
            return Set.of(sign);
        }

        @Override
        public Optional<Double> likeness(Map<String, String> party) {
            return Sign.ofParty(party).contains(sign) ? Optional.of(1.0) : Optional.empty();
        }

        @Override
        public String asked() {
            return sign.kind() + " " + sign.value();
        }
    }

    /**
     * Somebody of this name, however it is spelled. A surname alone would list half a village: a given name or the day of birth is
     * needed; refused as {@code malformed} without them, or where a name has no letter.
     */
    record Named(NamedPerson person) implements Sought {
        public Named {
            if (Sign.of(person).isEmpty()) {
                throw new RefusedException(
                        Refusal.MALFORMED, "a surname is needed, and with it givenNames, birthDate or both");
            }
        }

        @Override
        public Set<Sign> signs() {
            return Sign.of(person);
        }

        @Override
        public Optional<Double> likeness(Map<String, String> party) {
            return Likeness.of(person, PartyFields.person(party));
        }

        @Override
        public String asked() {
            return String.join(
                    ", ",
                    person.surname(),
                    person.givenNames(),
                    person.born().orElse(""),
                    person.nationality().orElse(""));
        }
    }
}
