package muhafiz.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** The members of one JSON object, none of them unknown. A member that is {@code null} counts as absent. */
public final class Members {
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2299;

    private static final int LONGEST_TEXT = 4096;

    private final JsonObject object;
    private final String path;

    /**
     * @param path where the object stands in the body, such as {@code parties[0]}; empty for the body itself
     * @param known every name that may stand in it
     * @throws RefusedException {@code unknown-member}
     */
    Members(JsonObject object, String path, Set<String> known) {
        this.object = object;
        this.path = path;
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RefusedException(
                            Refusal.UNKNOWN_MEMBER, "this member is not known here", Map.of("member", shown(name)));
                });
    }

    public String text(String name) {
        return maybeText(name).orElseThrow(() -> refused(name, "is needed"));
    }

    public String oneOf(String name, Set<String> words) {
        String text = text(name);
        if (!words.contains(text)) {
            throw refused(name, "must be one of " + String.join(", ", new TreeSet<>(words)));
        }
        return text;
    }

    public Optional<String> maybeText(String name) {
        return value(name).map(value -> text(name, value));
    }

    /** Whether the member is {@code true}; absent counts as {@code false}. */
    public boolean claims(String name) {
        Optional<JsonValue> value = value(name);
        if (value.filter(one -> !one.equals(JsonValue.TRUE) && !one.equals(JsonValue.FALSE))
                .isPresent()) {
            throw refused(name, "must be true or false");
        }
        return value.filter(JsonValue.TRUE::equals).isPresent();
    }

    /** A day that was given beside the body. @throws RefusedException {@code malformed} */
    public static LocalDate day(String name, String text) {
        try {
            return near(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, name + " must be a date, such as 2026-01-31", Map.of("member", name));
        }
    }

    /** A moment with its offset. @throws RefusedException {@code malformed} */
    public static Instant moment(String name, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            near(moment.toLocalDate());
            return moment.toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, name + " must be a time, such as 2026-03-19T09:00:00Z", Map.of("member", name));
        }
    }

    /** A day that people live to see, or have lived through; what lies beyond is a slip of the pen. */
    private static LocalDate near(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    public LocalDate date(String name) {
        return maybeDate(name).orElseThrow(() -> refused(name, "is needed"));
    }

    public Optional<LocalDate> maybeDate(String name) {
        return maybeText(name)
                .map(text ->
                        read(name, text, word -> near(LocalDate.parse(word)), "must be a date, such as 2026-01-31"));
    }

    public Optional<Period> maybePeriod(String name) {
        return maybeText(name).map(text -> read(name, text, Period::parse, "must be a period, such as P1Y or P3M"));
    }

    /** A list of dates, none of them twice. */
    public List<LocalDate> dates(String name) {
        JsonValue value = value(name).orElseThrow(() -> refused(name, "is needed"));
        if (!(value instanceof JsonArray array)) {
            throw refused(name, "must be a list");
        }
        List<LocalDate> dates = array.stream()
                .map(one -> read(name, text(name, one), LocalDate::parse, "must be dates, such as 2026-01-31"))
                .toList();
        if (Set.copyOf(dates).size() < dates.size()) {
            throw refused(name, "must not hold a date twice");
        }
        return dates;
    }

    /** A whole number from 0 to 999,999,999. */
    public int count(String name) {
        JsonValue value = value(name).orElseThrow(() -> refused(name, "is needed"));
        if (!(value instanceof JsonNumber) || !value.toString().matches("[0-9]{1,9}")) {
            throw refused(name, "must be a whole number, not negative");
        }
        return Integer.parseInt(value.toString());
    }

    /** A number from 0 to 1, of at most nine digits behind the point. */
    public double fraction(String name) {
        JsonValue value = value(name).orElseThrow(() -> refused(name, "is needed"));
        if (!(value instanceof JsonNumber) || !value.toString().matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            throw refused(name, "must be a number from 0 to 1");
        }
        return Double.parseDouble(value.toString());
    }

    /** A number of at most 18 digits, of them at most two behind the point. */
    public Optional<BigDecimal> maybeAmount(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonNumber number) || !value.toString().matches("[0-9]{1,16}(\\.[0-9]{1,2})?")) {
                throw refused(name, "must be an amount, such as 120 or 19.90");
            }
            return number.bigDecimalValue();
        });
    }

    public Optional<JsonObject> maybeObject(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonObject inner)) {
                throw refused(name, "must be an object");
            }
            return inner;
        });
    }

    /** The members of an object. */
    public Optional<Members> maybeMembers(String name, Set<String> known) {
        return value(name).map(value -> inner(name, value, known));
    }

    /** A list of objects; empty where the member is absent. */
    public List<Members> objects(String name, Set<String> known) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            throw refused(name, "must be a list");
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> inner(name + "[" + i + "]", array.get(i), known))
                .toList();
    }

    /** A list of texts; empty where the member is absent. */
    public List<String> listOfTexts(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            throw refused(name, "must be a list");
        }
        return array.stream().map(one -> text(name, one)).toList();
    }

    /** Of these members those that are there, each of them text. */
    public Map<String, String> texts(Set<String> names) {
        Map<String, String> texts = new TreeMap<>();
        names.forEach(name -> maybeText(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private Members inner(String name, JsonValue value, Set<String> known) {
        if (!(value instanceof JsonObject inner)) {
            throw refused(name, "must be an object");
        }
        return new Members(inner, at(name), known);
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private String text(String name, JsonValue value) {
        if (!(value instanceof JsonString text)) {
            throw refused(name, "must be text");
        }
        if (text.getString().length() > LONGEST_TEXT || text.getString().indexOf('\0') >= 0) {
            throw refused(name, "must have at most " + LONGEST_TEXT + " characters, none of them U+0000");
        }
        return text.getString();
    }

    private <T> T read(String name, String text, Function<String, T> reading, String need) {
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            throw refused(name, need);
        }
    }

    private RefusedException refused(String name, String need) {
        return new RefusedException(Refusal.MALFORMED, shown(name) + " " + need, Map.of("member", shown(name)));
    }

    /** A member's name came from outside: only what looks like a name is shown. */
    private String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}(\\[[0-9]+\\])?") ? at(name) : at("?");
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
