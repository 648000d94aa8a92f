package muhafiz.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Prohibition.PersonCountry;
import muhafiz.domain.policy.Situation;

/**
 * A question in words, so that it can be kept and asked again: {@code action=read_content&class=RC-WP&conditions=assigned_case,own_unit}.
 * Names in order, what is empty left out, values percent-encoded as in a form (WHATWG URL, application/x-www-form-urlencoded).
 */
public final class QuestionWords {
    private QuestionWords() {}

    public static String of(AccessQuestion question) {
        Map<String, String> words = new TreeMap<>();
        words.put("roles", list(question.actor().roles(), role -> role));
        words.put("unit", question.actor().unit().map(QuestionWords::encoded).orElse(""));
        words.put("action", question.action().word());
        words.put(
                "class",
                question.item().recordClass().map(QuestionWords::encoded).orElse(""));
        words.put("kind", question.item().kind().map(QuestionWords::encoded).orElse(""));
        words.put("own", question.item().isOwn() ? "yes" : "");
        words.put("purpose", question.purpose().map(QuestionWords::encoded).orElse(""));
        words.put("channel", question.channel().map(QuestionWords::encoded).orElse(""));
        words.put("conditions", list(question.conditions(), Condition::word));
        words.put("situations", list(question.situations(), Situation::word));
        question.recipient().ifPresent(recipient -> put(words, recipient));
        return words.entrySet().stream()
                .filter(word -> !word.getValue().isEmpty())
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> words, Recipient recipient) {
        words.put("recipient", recipient.isForeign() ? "foreign" : "domestic");
        words.put("country", recipient.country().map(QuestionWords::encoded).orElse(""));
        recipient
                .personsCountries()
                .forEach((attribute, countries) -> words.put(attribute.name(), list(countries, name -> name)));
    }

    private static <T> String list(Collection<T> values, Function<T, String> word) {
        return values.stream().map(word).map(QuestionWords::encoded).sorted().collect(Collectors.joining(","));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    /** @throws IllegalArgumentException where these are not the words of a question */
    public static AccessQuestion read(String text) {
        Map<String, String> words = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not the words of a question");
            }
            words.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Read(words).question();
    }

    /** Words that were taken apart. */
    private record Read(Map<String, String> words) {
        AccessQuestion question() {
            return new AccessQuestion(
                    new Actor(set("roles", Function.identity()), one("unit")),
                    one("action").flatMap(Action::of).orElseThrow(Read::unknown),
                    new Item(one("class"), one("kind"), one("own").isPresent()),
                    one("purpose"),
                    one("channel"),
                    one("recipient").map(this::recipient),
                    set("conditions", word -> Condition.of(word).orElseThrow(Read::unknown)),
                    set("situations", word -> Situation.of(word).orElseThrow(Read::unknown)));
        }

        private Recipient recipient(String where) {
            Map<PersonCountry, Set<String>> countries = new EnumMap<>(PersonCountry.class);
            for (PersonCountry attribute : PersonCountry.values()) {
                Set<String> known = set(attribute.name(), Function.identity());
                if (!known.isEmpty()) {
                    countries.put(attribute, known);
                }
            }
            return new Recipient(one("country"), where.equals("foreign"), countries);
        }

        private Optional<String> one(String name) {
            return Optional.ofNullable(words.get(name)).map(value -> URLDecoder.decode(value, UTF_8));
        }

        private <T> Set<T> set(String name, Function<String, T> read) {
            return Optional.ofNullable(words.get(name)).stream()
                    .flatMap(list -> Arrays.stream(list.split(",")))
                    .map(value -> URLDecoder.decode(value, UTF_8))
                    .map(read)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static IllegalArgumentException unknown() {
            return new IllegalArgumentException("a question has a word that is not known");
        }
    }
}
