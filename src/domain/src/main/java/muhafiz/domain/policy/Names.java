package muhafiz.domain.policy;

import java.util.Optional;

/** A text for applicants in the three languages of the service. */
public record Names(String az, String en, String ru) {
    public Names {
        if (az.isBlank() || en.isBlank() || ru.isBlank()) {
            throw new IllegalArgumentException("a name is missing in az, en or ru");
        }
    }

    /** @param language az, en or ru; any other reads as en */
    public String in(String language) {
        return switch (language) {
            case "az" -> az;
            case "ru" -> ru;
            default -> en;
        };
    }

    /** The field {@code names}; the plain name in every language where there is none yet. */
    static Names read(FieldReader at, String plain) {
        Optional<Names> names = at.maybeInner("names").flatMap(in -> {
            in.also("status");
            var az = in.text("az");
            var en = in.text("en");
            var ru = in.text("ru");
            return in.made(() -> new Names(az, en, ru));
        });
        return names.orElseGet(() -> plain.isBlank() ? new Names("?", "?", "?") : new Names(plain, plain, plain));
    }
}
