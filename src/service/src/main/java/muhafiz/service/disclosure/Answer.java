package muhafiz.service.disclosure;

import java.util.Optional;
import muhafiz.service.RefusedException;

/** A value, or the refusal that is on record. */
record Answer<T>(Optional<RefusedException> refused, Optional<T> value) {
    static <T> Answer<T> done(T value) {
        return new Answer<>(Optional.empty(), Optional.of(value));
    }

    static <T> Answer<T> no(RefusedException refusal) {
        return new Answer<>(Optional.of(refusal), Optional.empty());
    }

    T orThrow() {
        refused.ifPresent(refusal -> {
            throw refusal;
        });
        return value.orElseThrow();
    }
}
